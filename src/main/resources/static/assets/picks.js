// Choosing everybody on a page of people at once. Without it each is chosen by itself, and all that match by a box below.
(function () {
  "use strict";
  var form = document.querySelector("[data-picks]");
  var all = form && form.querySelector("[data-pick-all]");
  if (!all) { return; }
  var boxes = Array.prototype.slice.call(form.querySelectorAll("input[name=user]"));
  function show() {
    var picked = boxes.filter(function (box) { return box.checked; }).length;
    all.checked = picked === boxes.length;
    all.indeterminate = picked > 0 && picked < boxes.length;
  }
  all.hidden = false;
  all.addEventListener("change", function () {
    boxes.forEach(function (box) { box.checked = all.checked; });
  });
  boxes.forEach(function (box) { box.addEventListener("change", show); });
  show();
})();
