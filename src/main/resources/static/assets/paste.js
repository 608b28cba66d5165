// Rows copied from a spreadsheet and pasted into a typed row become typed rows; nothing that is there is overwritten.
// Without scripts the field for copied rows does the same.
(function () {
  "use strict";
  var area = document.querySelector("[data-paste]");
  var form = document.getElementById("draft");
  if (!area || !form) { return; }
  var said = area.querySelector("[data-paste-said]");
  var limit = Number(area.dataset.limit);
  var longest = 1000000;
  area.querySelector("[data-paste-direct]").hidden = false;
  // what stands in the field for copied rows is no part of the draft yet
  ["input", "change"].forEach(function (name) {
    area.querySelector("textarea").addEventListener(name, function (event) { event.stopPropagation(); });
  });

  function lines() { return Array.from(form.querySelectorAll(".typed")); }
  function fields(line) { return Array.from(line.querySelectorAll("input.input")); }
  function blank(line) { return fields(line).every(function (field) { return field.value.trim() === ""; }); }

  function another() {
    var all = lines();
    var last = all[all.length - 1];
    var line = last.cloneNode(true);
    var slot = 1 + Math.max.apply(null, all.map(function (one) {
      return Number(one.querySelector("[name='typed.slot']").value.replace(/\D/g, ""));
    }));
    line.querySelector("[name='typed.slot']").value = "s" + slot;
    fields(line).forEach(function (field) {
      field.value = "";
      field.removeAttribute("value");
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, String(all.length + 1)));
    });
    var note = line.querySelector(".error");
    note.id = "typed-s" + slot;
    note.textContent = "";
    last.after(line);
    return line;
  }

  function fill(people, from) {
    var all = lines();
    var taken = all.filter(function (line) { return !blank(line); }).length;
    if (taken + people.length > limit) { return false; }
    var at = Math.max(0, all.indexOf(from));
    people.forEach(function (person) {
      while (at < all.length && !blank(all[at])) { at++; }
      if (at === all.length) { all.push(another()); }
      ["name", "email", "phone", "extraInfo"].forEach(function (name) {
        all[at].querySelector("[name='typed." + name + "']").value = person[name];
      });
    });
    return true;
  }

  /** One cell is pasted as text, also one that holds line ends and therefore comes in quotes. */
  function isRows(text) {
    return /[\t\r\n]/.test(text.replace(/[\r\n]+$/, "")) && !/^"(?:[^"\t]|"")*"\s*$/.test(text);
  }

  form.addEventListener("paste", function (event) {
    var line = event.target.closest(".typed");
    var text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!line || !isRows(text)) { return; }
    event.preventDefault();
    said.textContent = "";
    if (text.length > longest) { said.textContent = area.dataset.tooMany; return; }
    var token = document.querySelector("meta[name=csrf-token]");
    var header = document.querySelector("meta[name=csrf-header]");
    var headers = { "Accept": "application/json" };
    headers[header.content] = token.content;
    fetch(area.dataset.url, { method: "POST", headers: headers, body: new URLSearchParams({ text: text }) })
      .then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.json();
      })
      .then(function (pasted) {
        if (!fill(pasted.rows, line)) { said.textContent = area.dataset.tooMany; return; }
        said.textContent = pasted.said;
        if (pasted.rows.length > 0) { form.dispatchEvent(new Event("input", { bubbles: true })); }
      })
      .catch(function () { said.textContent = area.dataset.failed; });
  });
})();
