'use strict';
// Good records of the project, and the kind each belongs to.
const fs = require('fs');
const path = require('path');

/** The kind that the path inside a catalogue belongs to, or undefined. */
function kindOf(file) {
	const kinds = {
		items: 'item',
		documents: 'document',
		units: 'unit',
		categories: 'category',
		channels: 'channel',
		reports: 'report',
		'catalogue.yaml': 'catalogue',
	};
	return kinds[file.split('/')[0]];
}

function* yamlFiles(directory) {
	const entries = fs.readdirSync(directory, { withFileTypes: true });
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const file = path.join(directory, entry.name);
		if (entry.isDirectory())
			yield* yamlFiles(file);
		else if (entry.name.endsWith('.yaml'))
			yield file;
	}
}

/** The records of a catalogue: { path, kind, text } each, in the order of their paths. */
function* ofCatalogue(root) {
	for (const file of yamlFiles(root)) {
		const inside = path.relative(root, file);
		const kind = kindOf(inside);
		if (kind)
			yield { path: inside, kind, text: fs.readFileSync(file, 'utf8') };
	}
}

/** The good halves of the rules' fixtures, with the path and the day that their comments tell. */
function* ofFixtures(source) {
	const rules = path.join(source, 'tests/fixtures/rules');
	for (const slug of fs.readdirSync(rules).sort()) {
		const file = path.join(rules, slug, 'good.yaml');
		if (!fs.existsSync(file))
			continue;
		const text = fs.readFileSync(file, 'utf8');
		const said = /^# path: (.*)$/m.exec(text);
		const kind = said && kindOf(said[1]);
		if (kind && !/^# make: /m.test(text))
			yield { path: said[1], kind, text, fixture: slug };
	}
}

module.exports = { ofCatalogue, ofFixtures, kindOf };
