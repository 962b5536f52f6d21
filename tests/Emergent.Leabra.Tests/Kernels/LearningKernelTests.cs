using System.Runtime.CompilerServices;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

[Collection(WidthsCollection.Name)]
public class LearningKernelTests
{
    /// <summary>Which equations take part.</summary>
    private static readonly Dictionary<string, LearnConstants> Rules = new(StringComparer.Ordinal)
    {
        ["all"] = Rule(_ => { }),
        ["no norm"] = Rule(p => p.Norm.On = false),
        ["no momentum"] = Rule(p => p.Momentum.On = false),
        ["neither"] = Rule(p => (p.Norm.On, p.Momentum.On) = (false, false)),
        ["LLrn set"] = Rule(p => p.XCal.SetLLrn = true),
        ["no soft bound"] = Rule(p => p.WtSig.SoftBound = false),
        ["no balance"] = Rule(p => p.WtBal.On = false),
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var rule in Rules.Keys) { foreach (var scaled in (bool[])[false, true]) { cases.Add(rule, scaled); } }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_width_gives_the_same_bits(string rule, bool scaled)
    {
        foreach (var size in Widths.Sizes.Skip(1))
        {
            foreach (var onePass in (bool[])[false, true])
            {
                var what = $"{size} synapses{(onePass ? " in one pass" : "")}";
                Widths.AssertSameBits($"no contrast, {what}", () => Learn(Rules[rule], new NoContrast(), size, scaled, onePass));
                Widths.AssertSameBits($"sixth power, {what}", () => Learn(Rules[rule], new SixthPowerContrast(), size, scaled, onePass));
                Widths.AssertSameBits($"any power, {what}", () => Learn(Rules[rule], new PowerContrast(3f, 1.25f), size, scaled, onePass));
            }
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void One_pass_gives_the_same_bits_as_two(string rule, bool scaled)
    {
        foreach (var size in Widths.Sizes.Skip(1))
        {
            Assert.Equal(
                Learn(Rules[rule], new SixthPowerContrast(), size, scaled, onePass: false),
                Learn(Rules[rule], new SixthPowerContrast(), size, scaled, onePass: true));
        }
    }

    [Fact]
    public void Values_of_a_rows_receivers_are_gathered_in_the_order_of_its_synapses()
    {
        int[] neighbours = [3, 4, 5, 6, 7, 20, 21, 22, 23, 24, 25, 26, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60], scattered = [0, 5, 6, 17, 40, 61];
        foreach (var receivers in (int[][])[neighbours, scattered])
        {
            var synapses = new SynapseStore(new ListedConnectivity([receivers]).Connect([1, 1], [1, 62]));
            Assert.Equal(receivers == neighbours, synapses.HasRuns);
            var columns = Enumerable.Range(0, 6).Select(c => Numbers.Column(62, (ulong)c)).ToArray();
            var gather = ReceiverGather.Mine(synapses.LongestRow);
            gather.Gather(synapses, 0, 0, new ReceiverValues(
                ref columns[0].Start, ref columns[1].Start, ref columns[2].Start, ref columns[3].Start, ref columns[4].Start, ref columns[5].Start), balance: true);
            var gathered = gather.Values;
            for (var i = 0; i < receivers.Length; i++)
            {
                Assert.Equal(columns[0].Span[receivers[i]], Unsafe.Add(ref gathered.ShortAverage, i));
                Assert.Equal(columns[1].Span[receivers[i]], Unsafe.Add(ref gathered.MediumAverage, i));
                Assert.Equal(columns[2].Span[receivers[i]], Unsafe.Add(ref gathered.AvgL, i));
                Assert.Equal(columns[3].Span[receivers[i]], Unsafe.Add(ref gathered.AvgLLrn, i));
                Assert.Equal(columns[4].Span[receivers[i]], Unsafe.Add(ref gathered.Increase, i));
                Assert.Equal(columns[5].Span[receivers[i]], Unsafe.Add(ref gathered.Decrease, i));
            }
        }
    }

    private static LearnConstants Rule(Action<LearnSynapseParams> change)
    {
        var p = new LearnSynapseParams { WtBal = { On = true } };
        change(p);
        return new LearnConstants(p);
    }

    /// <summary>The state of one sender's synapses after they have learned: Wt, LWt, Moment and the largest change.</summary>
    private static float[] Learn<TContrast>(LearnConstants p, TContrast contrast, int size, bool scaled, bool onePass) where TContrast : struct, IContrast
    {
        var synapses = new SynapseStore(Connectivity.Full.Connect([1, 1], [1, size]));
        foreach (var (column, stream) in ((AlignedFloats, ulong)[])[(synapses.Wt, 101), (synapses.LWt, 102), (synapses.Moment, 103)])
        {
            foreach (var (i, value) in Numbers.Column(column.Length, stream).Span.ToArray().Index()) { column.Span[i] = Math.Clamp(value, 0f, 1f); }
        }
        if (scaled) { Numbers.Column(synapses.Length, 104).Span.CopyTo(synapses.RequireScale().Span); }
        var largest = Run(p, contrast, synapses, onePass);
        return [.. synapses.Wt.Slice(0, size), .. synapses.LWt.Slice(0, size), .. synapses.Moment.Slice(0, size), largest];
    }

    /// <summary>Lets the synapses learn; the largest change, which becomes Norm.</summary>
    private static float Run<TContrast>(LearnConstants p, TContrast contrast, SynapseStore synapses, bool onePass) where TContrast : struct, IContrast
    {
        var size = synapses.Receivers;
        var columns = Enumerable.Range(106, 6).Select(stream => Numbers.Column(size, (ulong)stream)).ToArray();
        var receivers = new ReceiverValues(ref columns[0].Start, ref columns[1].Start, ref columns[2].Start, ref columns[3].Start, ref columns[4].Start, ref columns[5].Start);
        Span<float> largestOfLanes = stackalloc float[CacheLine.Floats];
        var change = new WeightChange(in p, receivers, synapses, largestOfLanes);
        var update = new WeightUpdate<TContrast>(in p, contrast, receivers, synapses);
        var row = new RowStart(Place: 0, Ahead: 0, SenderAvgSLrn: 0.7f, SenderAvgM: 0.4f, DecayedNorm: 0.02f);
        if (onePass) { RunRow(new LearnKernel<TContrast>(change, update), row, size); }
        else
        {
            RunRow(new ChangeKernel(change, synapses.RequireDWt()), row, size);
            RunRow(new UpdateKernel<TContrast>(update, synapses.RequireDWt()), row, size);
        }
        return Largest.Of(largestOfLanes).Value;
    }

    private static void RunRow<TKernel>(TKernel kernel, in RowStart row, int size) where TKernel : struct, IRowKernel, allows ref struct
    {
        kernel.Begin(in row);
        Kernel.Run(in kernel, 0, size);
    }
}
