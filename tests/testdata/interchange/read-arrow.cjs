// Says what the npm package apache-arrow finds in an Arrow stream, as JSON: metadata, fields and rows.
const fs = require("node:fs");
const { tableFromIPC } = require("apache-arrow");

const plain = value => value === null || value === undefined ? null
    : typeof value === "bigint" ? value.toString()
    : typeof value === "object" ? Array.from(value, plain)
    : typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

const table = tableFromIPC(fs.readFileSync(process.argv[2]));
process.stdout.write(JSON.stringify({
    metadata: Object.fromEntries(table.schema.metadata),
    fields: table.schema.fields.map(f => ({ name: f.name, type: f.type.toString(), metadata: Object.fromEntries(f.metadata) })),
    rows: Array.from({ length: table.numRows }, (_, i) => table.schema.fields.map((_, c) => plain(table.getChildAt(c).get(i)))),
    batches: table.batches.length,
}));
