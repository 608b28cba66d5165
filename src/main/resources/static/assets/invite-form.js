// The invite form with scripts: fields are inserted at the cursor, and a colleague's changes are put into fields that
// this page has not touched. Without it everything works by whole pages.
(function () {
  "use strict";
  document.querySelectorAll("[data-insert-into]").forEach(function (list) {
    var field = document.getElementById(list.dataset.insertInto);
    list.hidden = false;
    list.addEventListener("click", function (event) {
      var place = event.target.dataset.insert;
      if (!place) { return; }
      field.setRangeText(place, field.selectionStart, field.selectionEnd, "end");
      field.focus();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  function plain(text) { return text.replace(/\s+/g, " ").trim(); }
  function checked(form, name) {
    return Array.from(form.querySelectorAll("[name='" + name + "']")).filter(function (box) { return box.checked; })
      .map(function (box) { return box.value; }).sort(function (a, b) { return a - b; }).join(",");
  }
  // Whatever was typed since the page was sent in stays: only what still says what was sent is brought up to date.
  function take(form, one) {
    var name = one.dataset.name;
    var mine = one.dataset.mine || "";
    var theirs = one.dataset.theirs || "";
    var inputs = form.querySelectorAll("[name='" + name + "']");
    if (inputs.length === 0) { return; }
    if (inputs[0].type === "radio" || inputs[0].type === "checkbox") {
      if (checked(form, name) !== mine) { return; }
      var wanted = theirs.split(",");
      inputs.forEach(function (box) { box.checked = wanted.indexOf(box.value) >= 0; });
    } else if (plain(inputs[0].value) === plain(mine)) {
      inputs[0].value = theirs;
    }
  }
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = document.getElementById("draft");
    var taken = document.getElementById("taken");
    if (event.target !== form || !taken) { return; }
    taken.querySelectorAll("[data-name]").forEach(function (one) { take(form, one); });
    taken.replaceChildren();
  });
})();
