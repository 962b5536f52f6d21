using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Emergent.Data.Tests;

/// <summary>Tensors and tables of every kind, drawn the same way at every run.</summary>
internal static class AnyTensor
{
    private static readonly FsCheck.Config Fixed = FsCheck.Config.QuickThrowOnFailure
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(4, 1), FSharpOption<int>.None)))
        .WithQuietOnSuccess(true);

    private static readonly string[] Texts = ["", "a", "Input", "two words", "tab\tand\nline", "über", "日本語", "🧠x", "\"quoted\"", "0", "a\0b"];

    /// <summary>Fails where a check of a tensor throws; a third of the tensors are views that are not contiguous.</summary>
    public static void ForAll(Action<Tensor> check, int times = 300) =>
        Check.One(Fixed.WithMaxTest(times), Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(Draw).ToArbitrary(), check));

    /// <summary>Fails where a check of a tensor and a number throws.</summary>
    public static void ForAll(Action<Tensor, int> check, int times = 300) =>
        Check.One(Fixed.WithMaxTest(times), Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(seed => (Tensor: Draw(seed), Seed: seed)).ToArbitrary(), drawn => check(drawn.Tensor, drawn.Seed)));

    /// <summary>Fails where a check of a table throws.</summary>
    public static void ForAllTables(Action<Table> check, int times = 100) =>
        Check.One(Fixed.WithMaxTest(times), Prop.ForAll(Gen.Choose(0, int.MaxValue).Select(DrawTable).ToArbitrary(), check));

    public static CounterRandom Random(int seed, string what) => new(seed, 0, CounterRandom.StreamOf(what), 0);

    public static Tensor Draw(int seed)
    {
        var random = Random(seed, "Tensor");
        var type = ElementTypes.All[random.NextInt(ElementTypes.All.Count)];
        var sizes = new int[random.NextInt(5)];
        for (var d = 0; d < sizes.Length; d++) { sizes[d] = random.NextInt(12) == 0 ? 0 : 1 + random.NextInt(4); }
        var tensor = Tensor.Create(type, Shape.Create(sizes), random.NextInt(4) == 0 ? StorageOrder.ColumnMajor : StorageOrder.RowMajor);
        if (random.NextInt(2) == 0) { tensor.DimensionNames = [.. sizes.Select((_, d) => $"Dimension{d}")]; }
        Fill(tensor, ref random);
        return random.NextInt(3) switch { 0 => tensor.Slice(Ranges(tensor.Shape, ref random)), 1 when sizes.Length > 1 => tensor.Transpose(), _ => tensor };
    }

    public static TensorRange[] Ranges(Shape shape, ref CounterRandom random)
    {
        var ranges = new TensorRange[random.NextInt(shape.Rank + 1)];
        for (var d = 0; d < ranges.Length; d++)
        {
            var start = random.NextInt(shape[d] + 1);
            var end = start + random.NextInt(shape[d] - start + 1);
            var step = random.NextInt(7) - 3;
            ranges[d] = shape[d] > 0 && random.NextInt(3) == 0 ? random.NextInt(shape[d]) : new TensorRange(start..end, step == 0 ? 1 : step);
        }
        return ranges;
    }

    private static void Fill(Tensor tensor, ref CounterRandom random)
    {
        for (var i = 0; i < tensor.Length; i++)
        {
            if (random.NextInt(8) == 0) { tensor.SetNull(i); }
            else if (tensor is Tensor<string> texts) { texts[i] = Texts[random.NextInt(Texts.Length)]; }
            else if (tensor is Tensor<bool> bools) { bools[i] = random.NextInt(2) == 0; }
            else if (tensor is Tensor<long> longs) { longs[i] = unchecked((long)((ulong)random.NextBits() << 32 | random.NextBits())); }
            else if (tensor is Tensor<ulong> ulongs) { ulongs[i] = (ulong)random.NextBits() << 32 | random.NextBits(); }
            else if (tensor is Tensor<float> or Tensor<double>) { tensor.SetDouble(i, (random.NextDouble() - 0.5) * Math.Pow(10, random.NextInt(40) - 20)); }
            else { tensor.SetDouble(i, random.NextInt(128) - (tensor.ElementType.Name[0] is 'U' or 'B' ? 0 : 64)); }
        }
    }

    private static Table DrawTable(int seed)
    {
        var random = Random(seed, "Table");
        var table = new Table($"Table{seed % 10}");
        table.MetaData["desc"] = "drawn";
        var columns = random.NextInt(6);
        for (var c = 0; c < columns; c++)
        {
            var sizes = new int[random.NextInt(3)];
            for (var d = 0; d < sizes.Length; d++) { sizes[d] = 1 + random.NextInt(3); }
            var column = table.AddColumn(ElementTypes.All[random.NextInt(ElementTypes.All.Count)], $"Column{c}", Shape.Create(sizes));
            if (sizes.Length > 0 && random.NextInt(2) == 0) { column.DimensionNames = [.. sizes.Select((_, d) => $"D{d}")]; }
        }
        table.AddRows(columns == 0 ? 0 : random.NextInt(20));
        foreach (var column in table.Columns) { Fill(column.AllCells, ref random); }
        return table;
    }

    public static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.Columns.Select(c => (c.Name, c.ElementType, c.CellShape)), actual.Columns.Select(c => (c.Name, c.ElementType, c.CellShape)));
        foreach (var column in expected.Columns) { Assert.True(column.AllCells.ContentsEqual(actual[column.Name].AllCells), column.Name); }
    }
}
