using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Emergent.Data.Tests;

/// <summary>Tables of every kind of column with cells that properties are tested on, nulls and awkward texts among them.</summary>
internal static class GeneratedTables
{
    /// <summary>The same cases at every run, so that the gate never flickers.</summary>
    public static readonly Config Fixed = Config.QuickThrowOnFailure
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(11, 7), FSharpOption<int>.None))).WithQuietOnSuccess(true);

    public static readonly Gen<string> Text = Gen.ArrayOf(Gen.Elements('a', 'b', 'B', '0', '1', '.', '-', ' ', ',', '\t', '"', '\n', '\r', '\'', '_', 'D', ':', 'é', '☃', '\\', '$', '\0'))
        .Select(characters => new string(characters));

    public static readonly Gen<double> Number = Gen.OneOf(
        Gen.Elements(0.0, -0.0, 1, -1, 0.1, 0.5, 2, 1e-300, 1e300, double.Epsilon, double.MaxValue, double.MinValue, double.NaN),
        Gen.Choose(-5, 5).Select(i => (double)i),
        Gen.Two(Gen.Choose(int.MinValue, int.MaxValue)).Select(t => BitConverter.Int64BitsToDouble((long)t.Item1 << 32 | (uint)t.Item2)).Where(d => !double.IsInfinity(d)));

    public static readonly Gen<Cells> Row =
        from text in Text
        from label in Gen.Elements("a", "b", "c", "")
        from number in Number
        from small in Gen.Elements(0f, -1.5f, 0.1f, 1e-40f, float.MaxValue, float.NaN, 3)
        from whole in Gen.Choose(-3, 3)
        from truth in Gen.Elements<bool?>(true, false, null)
        select new Cells(text, label, number, small, whole == -3 ? null : whole, truth);

    public static readonly Arbitrary<Cells[]> Rows = Gen.ArrayOf(Row).ToArbitrary();

    /// <summary>A table with the columns Text, Group, Number, Pair (tensor), Whole, Truth, and Row, in which each row has its number.</summary>
    public static Table Of(IReadOnlyList<Cells> rows)
    {
        var table = new Table("generated");
        table.AddColumn<string>("Text");
        table.AddColumn<string>("Group");
        table.AddColumn<double>("Number");
        table.AddColumn<float>("Pair", [1, 2]);
        table.AddColumn<int>("Whole");
        table.AddColumn<bool>("Truth");
        table.AddColumn<int>("Row");
        for (var r = 0; r < rows.Count; r++)
        {
            var c = rows[r];
            table.Add(c.Text, c.Group, c.Number, new[] { c.Small, -c.Small }, c.Whole, c.Truth, r);
        }
        return table;
    }

    public sealed record Cells(string Text, string Group, double Number, float Small, int? Whole, bool? Truth);
}
