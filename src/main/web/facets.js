// Refreshes facets and results in place when a filter changes; on any failure the browser simply goes to the address.
const form = document.querySelector("form[data-search]");
const filters = document.querySelector("details[data-filters]");
const live = document.querySelector("[data-live]");
let request = new AbortController();
let shown = location.pathname + location.search;

/** The address the form would go to, without empty fields. */
function address() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
        if (value !== "") {
            query.append(name, value);
        }
    }
    const url = new URL(form.action);
    url.search = query.toString();
    return url;
}

/** Focuses the control, also where sorting by count has moved it into a folded part. */
function refocus(control) {
    for (let part = control?.closest("details"); part; part = part.parentElement.closest("details")) {
        part.open = part === filters ? part.open : true;
    }
    control?.focus({ preventScroll: true });
}

/** Replaces the regions by those of the fetched page; focus and folded parts stay as they were. */
function swap(next) {
    const names = [...document.querySelectorAll("[data-region]")].map((region) => region.dataset.region);
    const focused = document.activeElement?.id;
    const open = new Map([...document.querySelectorAll("[data-region] details[id]")].map((part) => [part.id, part.open]));
    for (const name of names) {
        const fresh = next.querySelector(`[data-region="${name}"]`);
        if (!fresh) {
            throw new Error(`the answer has no region ${name}`);
        }
        document.querySelector(`[data-region="${name}"]`).replaceWith(document.adoptNode(fresh));
    }
    for (const [id, wasOpen] of open) {
        const part = document.getElementById(id);
        if (part) {
            part.open = wasOpen;
        }
    }
    if (focused) {
        refocus(document.getElementById(focused) ?? document.querySelector("[data-region=facets] input"));
    }
    document.title = next.title;
    live.textContent = document.querySelector("[data-announce]")?.textContent.trim() ?? "";
}

async function go(url, remember) {
    request.abort();
    const mine = new AbortController();
    request = mine;
    const region = document.querySelector('[data-region="results"]');
    region.setAttribute("aria-busy", "true");
    try {
        const answer = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" } });
        if (!answer.ok) {
            throw new Error(`status ${answer.status}`);
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (mine.signal.aborted) {
            return;
        }
        if (remember) {
            history.pushState(null, "", url);
        }
        swap(page);
        shown = location.pathname + location.search;
    } catch (failure) {
        if (!mine.signal.aborted) {
            location.assign(url);
        }
    }
}

function inFilters(element) {
    return element?.closest('[data-region="facets"]');
}

if (form && filters && live) {
    document.addEventListener("change", (event) => {
        if (inFilters(event.target) && event.target.type === "checkbox") {
            go(address(), true);
        }
    });
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (inFilters(event.submitter)) {
            go(address(), true);
            return;
        }
        location.assign(address());
    });
    window.addEventListener("popstate", () => {
        if (shown === location.pathname + location.search) {
            return;   // only the fragment changed, as by the skip link
        }
        form.elements.q.value = new URL(location.href).searchParams.get("q") ?? "";
        go(location.href, false);
    });
    if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 62em)").matches) {
        filters.open = true;   // newer browsers need no script for this, see site.css
    }
}
