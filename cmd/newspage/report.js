'use strict';
(() => {
	const list = document.querySelector('#blocks ol');
	const boxes = [...document.querySelectorAll('.filters input')];

	// byPart finds what stands for a part of the Article, in either column.
	const byPart = new Map();
	for (const e of document.querySelectorAll('[data-part]')) {
		const part = e.dataset.part;
		if (!byPart.has(part)) byPart.set(part, []);
		byPart.get(part).push(e);
	}

	// A role is hidden by one class of the list, however many blocks have it.
	const apply = () => {
		for (const box of boxes) list.classList.toggle('no-' + box.value, !box.checked);
	};
	for (const box of boxes) box.addEventListener('change', apply);
	apply(); // a browser that goes back keeps the boxes as they were

	const dropped = box => box.value === 'boilerplate';
	const sets = {
		all: () => true,
		kept: box => !dropped(box),
		dropped: dropped,
	};
	for (const button of document.querySelectorAll('[data-show]')) {
		button.addEventListener('click', () => {
			for (const box of boxes) box.checked = sets[button.dataset.show](box);
			apply();
		});
	}

	let lit = [];
	const light = elements => {
		for (const e of lit) e.classList.remove('lit');
		lit = elements;
		for (const e of lit) e.classList.add('lit');
	};

	// reveal shows the blocks' roles again where they are filtered out.
	const reveal = blocks => {
		for (const box of boxes) {
			if (blocks.some(b => b.classList.contains(box.value))) box.checked = true;
		}
		apply();
	};

	document.querySelector('main').addEventListener('click', event => {
		if (event.target.closest('a') || String(getSelection())) return;
		const from = event.target.closest('.block, .part');
		if (!from) return;
		const same = byPart.get(from.dataset.part) || [from];
		const block = from.classList.contains('block');
		light(same.includes(from) ? same : [from]);
		if (!block) reveal(same.filter(e => e.classList.contains('block')));
		const other = same.find(e => e.classList.contains('block') !== block);
		if (other) other.scrollIntoView({block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
	});

	document.addEventListener('keydown', event => {
		if (event.key === 'Escape') light([]);
	});
})();
