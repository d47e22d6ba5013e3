/* The reader's choice of colours, kept on their device: light, dark, or as the system has it. Runs before the page is painted.
   And the little that paper and the notes of sources need of a script. */
(function () {
  "use strict";
  var root = document.documentElement, name = "briefs-colours", order = ["system", "light", "dark"];
  function stored() {
    try { return localStorage.getItem(name); } catch (error) { return null; }
  }
  function keep(choice) {
    try {
      if (choice === "system") localStorage.removeItem(name); else localStorage.setItem(name, choice);
    } catch (error) { /* a private window forgets, and that is as it should be */ }
  }
  function show(choice) {
    if (choice === "system") root.removeAttribute("data-colours"); else root.setAttribute("data-colours", choice);
  }
  var choice = stored();
  if (order.indexOf(choice) < 0) choice = "system";
  show(choice);

  document.addEventListener("DOMContentLoaded", function () {
    /* The running title of the printed pages (print.css). */
    root.style.setProperty("--running", '"' + document.title.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ") + '"');
    var print = document.querySelector("button.print");
    if (print) {
      print.textContent = print.getAttribute("data-label");
      print.hidden = false;
      print.addEventListener("click", function () { window.print(); });
    }
    var button = document.querySelector("button.colours");
    if (!button) return;
    function label() {
      button.firstElementChild.textContent = button.getAttribute("data-" + choice);
      button.setAttribute("data-choice", choice);
    }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      choice = order[(order.indexOf(choice) + 1) % order.length];
      show(choice);
      keep(choice);
      label();
    });
  });

  /* Paper has the whole page: what is folded away opens for it, also where the style sheet cannot do that. */
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { part.open = true; });
  });

  /* Escape puts away the note of a source that hovering or focus shows (WCAG 2.2, 1.4.13). */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") root.classList.add("notes-away");
  });
  ["focusin", "mouseover"].forEach(function (what) {
    document.addEventListener(what, function (event) {
      if (event.target.closest && event.target.closest(".cite")) return;
      root.classList.remove("notes-away");
    });
  });
})();
