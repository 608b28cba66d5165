// Small enhancements; every page works without them.
(function () {
  "use strict";
  document.addEventListener("htmx:configRequest", function (event) {
    var token = document.querySelector("meta[name=csrf-token]");
    var header = document.querySelector("meta[name=csrf-header]");
    if (token && header) { event.detail.headers[header.content] = token.content; }
  });
  document.addEventListener("htmx:responseError", function () {
    var status = document.getElementById("save-status");
    if (status) { status.textContent = status.dataset.failed; }
  });
  document.addEventListener("htmx:sendError", function () {
    var status = document.getElementById("save-status");
    if (status) { status.textContent = status.dataset.failed; }
  });
  // Says that something is going on, and keeps a second press from doing it again.
  document.addEventListener("submit", function (event) {
    var button = event.submitter;
    if (event.defaultPrevented || !button || event.target.hasAttribute("hx-post")) { return; }
    if (button.dataset.busy) {
      setTimeout(function () { button.textContent = button.dataset.busy; button.disabled = true; }, 0);
    }
  });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });
  document.querySelectorAll("[data-show-password]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var field = document.getElementById(button.dataset.showPassword);
      var shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
    });
  });
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
        button.textContent = button.dataset.done;
      });
    });
  });
  document.querySelectorAll("[data-choose]").forEach(function (input) {
    input.addEventListener("change", function () { input.form.requestSubmit(); });
  });
  var summary = document.querySelector("[data-focus]");
  if (summary) { summary.focus(); }
})();
