// Turns every search field marked with data-suggest into an ARIA combobox fed by the suggest API; without it the field stays a plain one.
const DELAY_MS = 150;
const SHORTEST = 2;
const NO_FILTERS = new Set(["q", "match", "sort", "page", "size", "after", "facets", "highlight"]);

/** What the API is asked: the text, and the filters chosen in the form; a year only when it has been typed to its end. */
function question(input) {
    const query = new URLSearchParams({ q: input.value.trim() });
    for (const [name, value] of new FormData(input.form)) {
        const isComplete = !name.startsWith("year.") || /^[1-9]\d{3}$/.test(value);
        if (value !== "" && isComplete && !NO_FILTERS.has(name)) {
            query.append(name, value);
        }
    }
    return query;
}

function enhance(root) {
    const input = root.querySelector("input[name=q]");
    const list = document.createElement("ul");
    const status = document.createElement("p");
    let options = [];
    let active = -1;
    let timer = 0;
    let request = new AbortController();

    list.id = `${input.id}-suggestions`;
    list.className = "suggest__list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", root.dataset.suggestLabel);
    status.className = "kern-sr-only";
    status.setAttribute("role", "status");
    root.append(list, status);
    for (const [name, value] of Object.entries({
        role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) {
        input.setAttribute(name, value);
    }

    function close() {
        clearTimeout(timer);
        request.abort();
        list.hidden = true;
        active = -1;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
    }

    function choose(suggestion) {
        close();
        const english = document.documentElement.lang === "en";   // the API names the German pages
        location.assign(english ? `/en${suggestion.url}` : suggestion.url);
    }

    function option(suggestion, index) {
        const item = document.createElement("li");
        const text = document.createElement("span");
        const note = document.createElement("span");
        item.id = `${list.id}-${index}`;
        item.className = "suggest__option";
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        text.textContent = suggestion.text;
        note.className = "suggest__note";
        note.textContent = `${root.dataset[`kind${suggestion.kind[0].toUpperCase()}${suggestion.kind.slice(1)}`] ?? ""} (${suggestion.count})`;
        item.append(text, " ", note);
        item.addEventListener("mousedown", (event) => event.preventDefault());   // a click must not take the focus from the field
        item.addEventListener("click", () => choose(suggestion));
        return item;
    }

    function show(suggestions) {
        options = suggestions;
        active = -1;
        input.removeAttribute("aria-activedescendant");
        list.replaceChildren(...suggestions.map(option));
        list.hidden = suggestions.length === 0;
        input.setAttribute("aria-expanded", String(!list.hidden));
        status.textContent = root.dataset.suggestStatus.replace("{0}", String(suggestions.length));
    }

    function mark(index) {
        active = index;
        [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
    }

    async function ask() {
        request.abort();
        request = new AbortController();
        try {
            const url = `${root.dataset.suggest}?${question(input)}`;
            const answer = await fetch(url, { signal: request.signal, headers: { Accept: "application/json" } });
            if (answer.ok) {
                show((await answer.json()).suggestions);
            }
        } catch {
            close();   // suggestions are a courtesy: searching goes on without them
        }
    }

    input.addEventListener("input", () => {
        clearTimeout(timer);
        if (input.value.trim().length < SHORTEST) {
            close();
            return;
        }
        timer = setTimeout(ask, DELAY_MS);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
        if (list.hidden || event.isComposing) {
            return;
        }
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) {
            event.preventDefault();
            mark(active === -1 && step === -1 ? options.length - 1 : (active + step + options.length) % options.length);
        } else if (event.key === "Enter" && active >= 0) {
            event.preventDefault();
            choose(options[active]);
        } else if (event.key === "Escape") {
            event.preventDefault();
            close();
        }
    });
}

document.querySelectorAll("[data-suggest]").forEach(enhance);
