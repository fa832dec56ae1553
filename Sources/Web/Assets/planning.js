// For the pages that plan a check: the blueprint counts along, and names move on the seat map. Both pages work without this.
(function () {
  'use strict';

  // --- The blueprint: fresh forms are what the bank holds times what a check asks. ---

  var blueprint = document.querySelector('[data-blueprint]');
  if (blueprint) blueprint.addEventListener('input', function () {
    var length = 0, forms = Infinity;
    blueprint.querySelectorAll('tbody tr').forEach(function (row) {
      var count = +row.querySelector('[name=count]').value || 0, held = +row.cells[2].textContent;
      var own = count ? Math.floor(held / count) : Infinity;
      row.querySelector('output').textContent = count ? own : '–';
      length += count;
      forms = Math.min(forms, own);
    });
    var totals = blueprint.querySelectorAll('tfoot output');
    totals[0].textContent = length;
    totals[1].textContent = forms === Infinity ? 0 : forms;
  });

  // --- The seat map: a menu changes places at once, a handle drags a name, and each change is saved. ---

  var room = document.querySelector('[data-seats]');
  if (!room) return;
  var form = room.closest('form'), status = form.querySelector('.saved'), list = form.querySelector('.unseated ul');
  var menus = Array.from(room.querySelectorAll('select')), saving = false, again = false, drag = null;

  // What each menu said before it was changed.
  var before = new Map();
  function remember() { menus.forEach(function (menu) { before.set(menu, menu.value); }); }

  function put(student, menu) {
    var left = menus.find(function (other) { return other !== menu && other.value === student && student; });
    if (left) left.value = menu ? before.get(menu) : '';
    if (menu) menu.value = student;
    remember();
    show();
    save();
  }

  // Who has no seat, and handles for those who have one.
  function show() {
    var seated = menus.map(function (menu) { return menu.value; });
    list.textContent = '';
    Array.from(menus[0].options).forEach(function (option) {
      if (!option.value || seated.indexOf(option.value) >= 0) return;
      var item = document.createElement('li');
      item.textContent = option.text;
      item.setAttribute('data-student', option.value);
      list.appendChild(item);
    });
    form.querySelector('.unseated .aside').hidden = !!list.firstChild;
    menus.forEach(function (menu) { menu.parentNode.classList.toggle('taken', !!menu.value); });
  }

  function say(state) {
    status.textContent = status.getAttribute('data-' + state);
    status.className = 'saved is-' + state;
  }

  function save() {
    if (saving) { again = true; return; }
    saving = true;
    say('saving');
    fetch(form.action, { method: 'POST', credentials: 'same-origin', body: new URLSearchParams(new FormData(form)) })
      .then(function (response) { return response.ok; }, function () { return false; })
      .then(function (isSaved) {
        saving = false;
        if (again) { again = false; return save(); }
        say(isSaved ? 'saved' : 'unsaved');
      });
  }

  function place(x, y) {
    var under = document.elementFromPoint(x, y);
    return under && form.contains(under) ? under.closest('td, .unseated') : null;
  }

  form.addEventListener('pointerdown', function (event) {
    var from = event.target.closest('.handle, li[data-student]');
    if (!from || event.button) return;
    var menu = from.parentNode.querySelector('select'), student = from.getAttribute('data-student') || menu.value;
    if (!student) return;
    event.preventDefault();
    var ghost = document.createElement('span');
    ghost.className = 'ghost';
    ghost.textContent = menu ? menu.selectedOptions[0].text : from.textContent;
    document.body.appendChild(ghost);
    drag = { student: student, ghost: ghost, over: null };
    move(event);
  });

  function move(event) {
    if (!drag) return;
    drag.ghost.style.transform = 'translate(' + event.clientX + 'px,' + event.clientY + 'px)';
    if (drag.over) drag.over.classList.remove('over');
    drag.over = place(event.clientX, event.clientY);
    if (drag.over) drag.over.classList.add('over');
  }

  function end(event) {
    if (!drag) return;
    var ended = drag;
    drag = null;
    ended.ghost.remove();
    if (!ended.over) return;
    ended.over.classList.remove('over');
    var menu = ended.over.querySelector('select');
    if (event.type === 'pointerup' && !(menu && menu.value === ended.student)) put(ended.student, menu);
  }

  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
  room.addEventListener('change', function (event) {
    var student = event.target.value;
    event.target.value = before.get(event.target);
    put(student, event.target);
  });

  menus.forEach(function (menu) {
    var handle = document.createElement('span');
    handle.className = 'handle';
    handle.setAttribute('aria-hidden', 'true');
    menu.parentNode.insertBefore(handle, menu);
  });
  form.classList.add('draggable');
  remember();
  show();
})();
