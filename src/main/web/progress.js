// Keeps the page of the index up to date: shows how far a build is, and asks for the page anew when one begins or ends.
const SAY_MS = 5000;
const LOOK_MS = 3000;
const texts = document.querySelector("[data-texts]");
const voice = document.querySelector("[data-say]");
const number = new Intl.NumberFormat(document.documentElement.lang);
let source = null;
let timer = 0;
let saidAt = 0;

const region = () => document.querySelector("[data-index]");

function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The sentence of the server's own page. */
function sentence(build) {
    const phase = texts.querySelector(`[data-phase="${CSS.escape(build.phase)}"]`)?.content.textContent ?? build.phase;
    if (build.total === undefined) {
        return phase;
    }
    const text = fill(texts.dataset.known, {
        phase, done: number.format(build.done), total: number.format(build.total), rate: number.format(build.per_second),
    });
    const left = build.seconds_left ?? 0;
    if (left <= 0) {
        return text;
    }
    return left < 120
        ? fill(texts.dataset.seconds, { text, left })
        : fill(texts.dataset.minutes, { text, left: Math.floor(left / 60) });
}

/** To screen readers, not more often than every few seconds. */
function say(text, isUrgent) {
    const now = Date.now();
    if (isUrgent || now - saidAt >= SAY_MS) {
        voice.textContent = text;
        saidAt = now;
    }
}

function show(build) {
    const bar = region().querySelector("progress");
    const told = region().querySelector("[data-progress]");
    if (!bar || !told) {
        return;
    }
    if (build.total > 0) {
        bar.max = build.total;
        bar.value = build.done;
    } else {
        bar.removeAttribute("value");
    }
    told.textContent = sentence(build);
    say(told.textContent, false);
}

/** Replaces what the page tells; whatever has the focus keeps it where it is still there. */
async function refresh() {
    clearTimeout(timer);
    const answer = await fetch(texts.dataset.page, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-index]");
    if (!answer.ok || !next) {
        stop();   // signed out, or the server ends: the link is still there
        return;
    }
    if (source === null) {
        return;
    }
    const focused = document.activeElement?.id;
    const result = next.querySelector("[data-result]")?.textContent.trim().replace(/\s+/g, " ");
    const isOver = region().dataset.index !== "idle" && next.dataset.index === "idle";
    region().replaceWith(document.adoptNode(next));
    if (focused) {
        document.getElementById(focused)?.focus({ preventScroll: true });
    }
    if (isOver && result) {
        say(result, true);
    }
    lookAgain();
}

/** Of anything but a build no events tell. */
function lookAgain() {
    if (region().dataset.index === "working") {
        timer = setTimeout(() => refresh().catch(stop), LOOK_MS);
    }
}

function heard(event) {
    const build = JSON.parse(event.data);
    const isBuilding = build.state === "building";
    if (isBuilding !== (region().dataset.index === "building")) {
        refresh().catch(stop);
        return;
    }
    if (isBuilding) {
        show(build);
    }
}

function stop() {
    clearTimeout(timer);
    source?.close();
    source = null;
    label();
}

function go() {
    source = new EventSource("/api/v1/index/progress");
    source.addEventListener("progress", heard);
    lookAgain();
    label();
}

function label() {
    button.textContent = source ? place.dataset.stop : place.dataset.go;
}

const place = document.querySelector("[data-refresh]");
const button = document.createElement("button");
button.type = "button";
button.className = "index-refresh__switch kern-link";
button.addEventListener("click", () => {
    if (source) {
        stop();
    } else {
        go();
        refresh().catch(stop);
    }
});
place.append(" ", button);
go();
