(function () {
  'use strict';

  // Data is shown by textContent alone: it is never read as HTML.
  var data = JSON.parse(document.getElementById('data').textContent);
  var rows = data.rows;
  var pageSize = 50;
  var printSize = 5000;
  var wanted = {};
  var words = [];
  var found = rows;
  var page = 0;
  var texts = [];

  function element(id) { return document.getElementById(id); }

  function make(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function status(row) { return data.statuses[row[2]]; }
  function code(row) { return row[3] < 0 ? '' : data.codes[row[3]]; }
  function reason(row) { return row[4] < 0 ? '' : data.reasons[row[4]]; }
  function count(number) { return String(number).replace(/\B(?=(\d{3})+$)/g, ','); }

  function time(row) {
    if (row[6] === null) return '';
    return new Date(data.from + row[6]).toISOString().replace(/\.\d+Z$/, '+00:00');
  }

  function took(row) {
    if (row[7] === null) return '';
    return row[7] < 1000 ? row[7] + ' ms' : (row[7] / 1000).toFixed(1) + ' s';
  }

  function searchText(i) {
    if (texts[i] === undefined) {
      var row = rows[i];
      texts[i] = [row[0], row[1], status(row), code(row), reason(row), row[8], row[9], row[10] || '', time(row)].join('\n').toLowerCase();
    }
    return texts[i];
  }

  function filter() {
    var any = Object.keys(wanted).length > 0;
    if (!any && words.length === 0) {
      found = rows;
    } else {
      found = rows.filter(function (row, i) {
        if (any && !wanted[status(row)]) return false;
        return words.every(function (word) { return searchText(i).indexOf(word) >= 0; });
      });
    }
    page = 0;
    show();
  }

  function cell(line, label, className, text) {
    var made = make('td', className);
    made.setAttribute('role', 'cell');
    made.setAttribute('data-label', label);
    if (text !== '') made.appendChild(make('bdi', '', text));
    line.appendChild(made);
    return made;
  }

  function small(parent, label, text) {
    if (!text) return;
    var made = make('small', '', label);
    made.appendChild(make('bdi', '', text));
    parent.appendChild(made);
  }

  function line(row) {
    var made = make('tr');
    made.setAttribute('role', 'row');
    cell(made, 'Row', 'number', count(row[0]));
    var number = cell(made, 'Number', 'phone', row[1]);
    if (number.firstChild && row[1].length <= 20) number.firstChild.className = 'whole';
    cell(made, 'Status', '', '').appendChild(make('span', 'status s-' + status(row), status(row)));
    var why = make('div');
    if (code(row)) why.appendChild(make('bdi', 'code', code(row)));
    if (reason(row)) why.appendChild(make('bdi', 'why', reason(row)));
    small(why, 'Contact ', row[9]);
    small(why, 'Request ', row[10]);
    cell(made, 'Reason', why.firstChild ? 'reason' : 'reason nothing', '').appendChild(why);
    cell(made, 'First sent', row[6] === null ? 'time nothing' : 'time', time(row));
    cell(made, 'Took', row[7] === null ? 'number nothing' : 'number', took(row));
    cell(made, 'Requests', 'number', count(row[5]));
    return made;
  }

  function draw(from, to) {
    var lines = document.createDocumentFragment();
    for (var i = from; i < to; i++) lines.appendChild(line(found[i]));
    element('body').replaceChildren(lines);
  }

  function show() {
    var pages = Math.max(1, Math.ceil(found.length / pageSize));
    var from = page * pageSize;
    var to = Math.min(from + pageSize, found.length);
    draw(from, to);
    element('results').parentNode.hidden = found.length === 0;
    element('found').textContent = found.length === 0
      ? (rows.length === 0 ? 'There are no rows.' : 'No row matches.')
      : 'Rows ' + count(from + 1) + ' to ' + count(to) + ' of ' + count(found.length) + (found.length === rows.length ? '' : ' that match, of ' + count(rows.length));
    element('page').textContent = 'Page ' + count(page + 1) + ' of ' + count(pages);
    element('first').disabled = element('previous').disabled = page === 0;
    element('last').disabled = element('next').disabled = page === pages - 1;
    element('page').parentNode.hidden = pages === 1;
    element('clear').disabled = found === rows;
  }

  function turn(to) {
    page = to;
    show();
    element('h-rows').scrollIntoView();
    element('h-rows').focus({ preventScroll: true });
  }

  function read() {
    words = element('search').value.toLowerCase().split(/\s+/).filter(Boolean);
    wanted = {};
    document.querySelectorAll('#filters input:checked').forEach(function (box) { wanted[box.value] = true; });
    filter();
  }

  // #status=Failed,Unknown&q=words shows those rows: links within the page use it, and it can be kept.
  function follow() {
    var hash = location.hash.slice(1);
    if (hash.indexOf('=') < 0) return;
    var asked = new URLSearchParams(hash);
    var statuses = (asked.get('status') || '').split(',');
    element('search').value = asked.get('q') || '';
    document.querySelectorAll('#filters input').forEach(function (box) { box.checked = statuses.indexOf(box.value) >= 0; });
    read();
    element('h-rows').scrollIntoView();
    element('h-rows').focus({ preventScroll: true });
  }

  function offer() {
    var counts = {};
    rows.forEach(function (row) { counts[row[2]] = (counts[row[2]] || 0) + 1; });
    data.statuses.forEach(function (name, place) {
      if (!counts[place]) return;
      var label = make('label', 'choice');
      var box = make('input');
      box.type = 'checkbox';
      box.value = name;
      box.addEventListener('change', read);
      label.appendChild(box);
      label.appendChild(document.createTextNode(' ' + name + ' '));
      label.appendChild(make('span', 'tally', count(counts[place])));
      element('filters').appendChild(label);
    });
  }

  offer();
  element('list').hidden = false;
  element('search').addEventListener('input', read);
  element('clear').addEventListener('click', function () {
    element('search').value = '';
    document.querySelectorAll('#filters input').forEach(function (box) { box.checked = false; });
    if (location.hash.indexOf('=') >= 0) history.replaceState(null, '', location.pathname + location.search);
    read();
    element('search').focus();
  });
  element('first').addEventListener('click', function () { turn(0); });
  element('previous').addEventListener('click', function () { turn(page - 1); });
  element('next').addEventListener('click', function () { turn(page + 1); });
  element('last').addEventListener('click', function () { turn(Math.ceil(found.length / pageSize) - 1); });
  window.addEventListener('hashchange', follow);
  // Paper has no pages to turn: what was found is printed, up to a length that a printer survives.
  var closed = [];
  window.addEventListener('beforeprint', function () {
    closed = Array.prototype.slice.call(document.querySelectorAll('.needing details:not([open])'));
    closed.forEach(function (part) { part.open = true; });
    var to = Math.min(found.length, printSize);
    draw(0, to);
    element('found').textContent = count(to) + ' of ' + count(found.length) + ' rows' + (to < found.length ? '; the others are left out in print' : '');
  });
  window.addEventListener('afterprint', function () {
    closed.forEach(function (part) { part.open = false; });
    show();
  });
  show();
  follow();
}());
