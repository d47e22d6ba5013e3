/* For a reader who comes back: marks what changed on a brief since this browser last showed it. What was read is kept in this
   browser alone (localStorage); nothing is sent, and there is no cookie. Where nothing can be kept, nothing happens. */
(function () {
  "use strict";
  var KEY = "briefs-read", MOST = 300;
  var words = document.currentScript.dataset;
  var article = document.querySelector("article");
  var page = document.body.dataset.page;
  if (!article || !page) return;

  function all() {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (error) { return {}; }
  }
  function keep(read) {
    var pages = Object.keys(read).sort(function (a, b) { return read[a].on < read[b].on ? 1 : -1; }), kept = {};
    pages.slice(0, MOST).forEach(function (name) { kept[name] = read[name]; });
    try { localStorage.setItem(KEY, JSON.stringify(kept)); return true; } catch (error) { return false; }
  }
  /* What was read before this visit: a reload, or the way back, is the same visit. */
  function before() {
    var name = KEY + ":" + page, stored;
    try {
      stored = sessionStorage.getItem(name);
      if (stored === null) {
        stored = JSON.stringify(all()[page] || null);
        sessionStorage.setItem(name, stored);
      }
      return JSON.parse(stored);
    } catch (error) { return null; }
  }
  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
  function button(text, act) {
    var made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  function dayOf(iso) {
    var parts = iso.split("-"), lang = document.documentElement.lang;
    return new Date(+parts[0], parts[1] - 1, +parts[2]).toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
  }
  function short(text) {
    var plain = text.replace(/\s+/g, " ").trim();
    return plain.length > 90 ? plain.slice(0, 88).replace(/\s\S*$/, "") + " …" : plain;
  }
  /* The words of a block, without the marks of its sources. */
  function wordsOf(block) {
    var copy = block.cloneNode(true);
    copy.querySelectorAll(".cite, .headerlink, .is-new-mark").forEach(function (mark) { mark.remove(); });
    return copy.textContent;
  }

  var anchors = Array.from(article.querySelectorAll("[id^='claim-']"));
  var now = { on: document.body.dataset.modified || "", claims: anchors.map(function (a) { return a.id.slice(6); }) };
  var then = before();
  var today = new Date();
  var iso = today.getFullYear() + "-" + ("0" + (today.getMonth() + 1)).slice(-2) + "-" + ("0" + today.getDate()).slice(-2);
  var read = all();
  read[page] = { on: iso, modified: now.on, claims: now.claims };
  if (!keep(read)) return;

  if (then && then.claims) tell(then);
  offerToForget();

  function tell(then) {
    var known = new Set(then.claims), blocks = [];
    anchors.forEach(function (anchor) {
      var block = anchor.closest("tr, li, p");
      if (!known.has(anchor.id.slice(6)) && block && blocks.indexOf(block) < 0) blocks.push(block);
    });
    var changes = Array.from(article.querySelectorAll("[data-changed]")).filter(function (item) {
      return item.dataset.changed > then.modified;
    });
    if (!blocks.length && !changes.length) return;
    var note = element("aside", "since"), list = element("ul");
    note.setAttribute("aria-label", words.heading);
    note.append(element("p", "since-heading", words.heading + " (" + dayOf(then.on) + ")"));
    changes.forEach(function (item) { list.append(element("li", "", short(item.textContent))); });
    blocks.forEach(function (block) {
      var item = element("li"), link = element("a", "", short(wordsOf(block)));
      link.href = "#" + block.querySelector("[id^='claim-']").id;
      item.append(link);
      list.append(item);
      block.classList.add("is-new");
      (block.tagName === "TR" ? block.cells[0] : block).prepend(element("span", "is-new-mark", words.mark), " ");
    });
    note.append(list, button(words.read, function () {
      try { sessionStorage.removeItem(KEY + ":" + page); } catch (error) { /* it is gone with the window */ }
      article.querySelectorAll(".is-new-mark").forEach(function (mark) { mark.remove(); });
      blocks.forEach(function (block) { block.classList.remove("is-new"); });
      note.remove();
    }));
    var after = article.querySelector(".depth") || article.querySelector(".bottom-line") || article.querySelector("h1");
    after.after(note);
  }

  function offerToForget() {
    var foot = document.querySelector(".foot");
    if (!foot) return;
    var line = element("p", "foot-note no-print", words.kept + " ");
    line.append(button(words.forget, function () {
      try {
        localStorage.removeItem(KEY);
        Object.keys(sessionStorage).forEach(function (name) {
          if (name.indexOf(KEY) === 0) sessionStorage.removeItem(name);
        });
      } catch (error) { /* then nothing was kept */ }
      line.textContent = words.forgotten;
    }));
    foot.append(line);
  }
})();
