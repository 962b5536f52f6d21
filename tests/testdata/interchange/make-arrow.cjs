// Makes from-js.arrows and dictionary.arrows: NODE_PATH=…/node_modules node make-arrow.cjs (apache-arrow 21.2.0).
const fs = require("node:fs");
const a = require("apache-arrow");

const vector = (type, values) => {
    const builder = a.makeBuilder({ type, nullValues: [null] });
    for (const value of values) { builder.append(value); }
    return builder.finish().toVector();
};
const list = (size, type) => new a.FixedSizeList(size, new a.Field("item", type, true));

const batch = offset => new a.Table({
    half: vector(new a.Float16(), [0.5 + offset, null, -2]),
    text: vector(new a.LargeUtf8(), ["über", null, "x" + offset]),
    flag: vector(new a.Bool(), [true, null, false]),
    count: vector(new a.Int64(), [1n, null, 9007199254740993n]),
    list: vector(list(2, new a.Float32()), [[1, 2], null, [3, null]]),
    nested: vector(list(2, list(2, new a.Int16())), [[[1, 2], [3, 4]], [[5, 6], null], null]),
});
fs.writeFileSync("from-js.arrows", a.tableToIPC(batch(0).concat(batch(1)), "stream"));
fs.writeFileSync("dictionary.arrows", a.tableToIPC(a.tableFromArrays({ kind: ["a", "b"] }), "stream"));
