// Puts a button that prints the page before every text marked with data-print, which says how to print without it.
for (const text of document.querySelectorAll("[data-print]")) {
    const button = document.createElement("button");
    const label = document.createElement("span");
    button.type = "button";
    button.className = "kern-btn kern-btn--secondary";
    label.className = "kern-label";
    label.textContent = text.dataset.print;
    button.append(label);
    button.addEventListener("click", () => window.print());
    text.before(button);
}
