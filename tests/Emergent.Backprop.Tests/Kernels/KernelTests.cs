using Emergent.Data;

namespace Emergent.Backprop.Tests;

[Collection(WidthsCollection.Name)]
public class KernelTests
{
    private static readonly float[] Special = [0f, -0f, 1f, -1f, 17f, -60f, 90f, -90f, 1e-20f, -1e-31f, 1e-40f, 0.625f];

    [Fact]
    public void Unit_functions_give_the_same_bits_at_every_width_forward_and_back()
    {
        foreach (var function in Enum.GetValues<ActivationFunction>())
        {
            foreach (var size in Widths.Sizes)
            {
                Widths.AssertSameBits($"{function} of {size}", () =>
                {
                    var units = Units(size);
                    var steps = UnitFunction.Of(function);
                    if (size == 0) { return []; }
                    steps.Activate(units, 0, size);
                    steps.SendBack(units, 0, size);
                    var back = units.Delta.Span.ToArray();
                    steps.AddCrossEntropy(units, 0, size);
                    return [.. units.Act.Span, .. back, .. units.Delta.Span];
                });
            }
        }
    }

    [Fact]
    public void Steps_give_the_same_bits_at_every_width()
    {
        var optimizers = new (string Name, LearnParams Params)[]
        {
            ("plain", new() { Momentum = 0f }), ("momentum", new() { Decay = 0.01f }), ("Adam", new() { Optimizer = Optimizer.Adam, Decay = 0.01f }),
        };
        foreach (var (name, p) in optimizers)
        {
            foreach (var size in Widths.Sizes)
            {
                Widths.AssertSameBits($"{name} of {size}", () =>
                {
                    var column = new LearnedColumn(Column(size, 1), Column(size, 2), Positive(size, 3));
                    var gradients = Column(size, 4);
                    var constants = new LearnConstants(p);
                    column.Reset(0, size);
                    for (var update = 0; update < 3; update++)
                    {
                        column.BeginUpdate(in constants, 0.5f);
                        column.Update(new TrialGradient(0.7f, ref gradients.Start), 0, size);
                        column.Update(new BatchGradient(ref gradients.Start, 3), 0, size);
                    }
                    return [.. column.Values.Span, .. column.Moment!.Span, .. column.Square!.Span];
                });
            }
        }
    }

    [Fact]
    public void Rows_are_added_in_ascending_order_at_every_width()
    {
        foreach (var size in Widths.Sizes)
        {
            var stride = AlignedFloats.Padded(size);
            for (var count = 0; count <= 6; count++)
            {
                float[] sent = [0.3f, -0.7f, 0f, 0.95f, 0.006f, 0f, -0.2f, 0.5f, 1f];
                var units = new NonzeroUnits(sent.Length);
                foreach (ref var value in sent.AsSpan(count)) { value = 0f; }
                units.Find(sent);
                var rows = Column(sent.Length * stride, 5);
                var expected = Column(stride, 6).Span.ToArray();
                for (var unit = 0; unit < sent.Length; unit++)
                {
                    for (var i = 0; i < stride; i++) { expected[i] += sent[unit] * rows.Span[unit * stride + i]; }
                }
                Widths.AssertSameBits($"{count} rows of {size}", () =>
                {
                    var target = Column(stride, 6);
                    FullRows.Add(units, ref rows.Start, stride, ref target.Start);
                    Assert.Equal(expected, target.Span.ToArray());   // −0 is equal to 0, which is what nothing sent makes of it
                    return target.Span.ToArray();
                });
            }
        }
    }

    [Fact]
    public void Gathering_adds_products()
    {
        foreach (var size in Widths.Sizes)
        {
            Widths.AssertSameBits($"gathering {size}", () =>
            {
                var (delta, sum) = (Column(size, 7), Column(size, 8));
                var expected = sum.Span.ToArray();
                for (var i = 0; i < size; i++) { expected[i] += 0.3f * delta.Span[i]; }
                Kernel.Run(new GatherKernel(0.3f, ref delta.Start, ref sum.Start), 0, size);
                Assert.Equal(expected, sum.Span.ToArray());
                return expected;
            });
        }
    }

    private static UnitState Units(int size) => new(v => Column(size, (ulong)v));

    private static AlignedFloats Positive(int size, ulong stream)
    {
        var column = Column(size, stream);
        foreach (ref var value in column.Span) { value = MathF.Abs(value); }
        return column;
    }

    private static AlignedFloats Column(int size, ulong stream)
    {
        var column = new AlignedFloats(size);
        var random = new CounterRandom(1, 0, stream);
        foreach (ref var value in column.Span) { value = random.NextInt(4) == 0 ? Special[random.NextInt(Special.Length)] : (float)(4 * random.NextDouble() - 2); }
        return column;
    }
}
