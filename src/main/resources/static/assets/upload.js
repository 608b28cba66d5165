// The file area of the invite form: dropping a file, and how much of it is sent. Without scripts its form does the same.
(function () {
  "use strict";
  var area = document.querySelector("[data-drop]");
  var form = document.getElementById("upload");
  if (!area || !form) { return; }
  var input = area.querySelector("input[type=file]");
  var bar = area.querySelector("[data-upload-bar]");
  var progress = bar.querySelector("progress");
  var status = area.querySelector("[data-upload-status]");
  var problem = area.querySelector("[data-upload-problem]");
  var said = -1;
  area.querySelector("[data-drop-hint]").hidden = false;

  function show(percent) {
    progress.value = percent;
    // a screen reader is told every quarter, not every packet
    var quarter = Math.floor(percent / 25) * 25;
    if (quarter !== said) {
      said = quarter;
      status.textContent = percent < 100 ? status.dataset.text + " " + quarter + "%" : area.dataset.sent;
    }
  }
  function over(event) {
    if (event.dataTransfer && Array.prototype.indexOf.call(event.dataTransfer.types, "Files") >= 0) {
      event.preventDefault();
      area.classList.add("over");
    }
  }
  area.addEventListener("dragenter", over);
  area.addEventListener("dragover", over);
  area.addEventListener("dragleave", function (event) {
    if (!area.contains(event.relatedTarget)) { area.classList.remove("over"); }
  });
  area.addEventListener("drop", function (event) {
    area.classList.remove("over");
    var files = event.dataTransfer ? event.dataTransfer.files : [];
    if (files.length === 0) { return; }
    event.preventDefault();
    if (files.length > 1) { problem.textContent = area.dataset.one; return; }
    input.files = files;
    form.requestSubmit();
  });
  // a file that misses the area would replace the page, and with it what was not saved
  ["dragover", "drop"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (!event.defaultPrevented && event.target.tagName !== "INPUT" && event.target.tagName !== "TEXTAREA") { event.preventDefault(); }
    });
  });
  // choosing a file changes nothing that the draft would save
  ["input", "change"].forEach(function (name) {
    input.addEventListener(name, function (event) { event.stopPropagation(); problem.textContent = ""; });
  });
  form.addEventListener("htmx:beforeRequest", function (event) {
    var file = input.files[0];
    problem.textContent = "";
    if (file && file.size > Number(area.dataset.limit)) {
      event.preventDefault();
      problem.textContent = area.dataset.tooLarge;
      return;
    }
    if (file) {
      said = -1;
      bar.hidden = false;
      show(0);
    }
  });
  form.addEventListener("htmx:xhr:progress", function (event) {
    if (!bar.hidden && event.detail.lengthComputable) { show(100 * event.detail.loaded / event.detail.total); }
  });
  form.addEventListener("htmx:afterRequest", function (event) {
    bar.hidden = true;
    if (event.detail.successful) { form.reset(); }
  });
  form.addEventListener("htmx:responseError", function (event) {
    event.stopPropagation();
    problem.textContent = event.detail.xhr.status === 413 ? area.dataset.tooLarge : area.dataset.lost;
  });
  form.addEventListener("htmx:sendError", function (event) {
    event.stopPropagation();
    problem.textContent = area.dataset.lost;
  });
})();
