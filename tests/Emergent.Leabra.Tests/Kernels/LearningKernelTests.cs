using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

[Collection(WidthsCollection.Name)]
public class LearningKernelTests
{
    private const int FirstReceiver = 5;

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

    public static TheoryData<string, bool, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool, bool>();
            foreach (var rule in Rules.Keys)
            {
                foreach (var indexed in (bool[])[false, true]) { foreach (var scaled in (bool[])[false, true]) { cases.Add(rule, indexed, scaled); } }
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_width_gives_the_same_bits(string rule, bool indexed, bool scaled)
    {
        foreach (var size in Widths.Sizes.Skip(1))
        {
            foreach (var onePass in (bool[])[false, true])
            {
                var what = $"{size} synapses{(onePass ? " in one pass" : "")}";
                Widths.AssertSameBits($"no contrast, {what}", () => Learn(Rules[rule], new NoContrast(), size, indexed, scaled, onePass));
                Widths.AssertSameBits($"sixth power, {what}", () => Learn(Rules[rule], new SixthPowerContrast(), size, indexed, scaled, onePass));
                Widths.AssertSameBits($"any power, {what}", () => Learn(Rules[rule], new PowerContrast(3f, 1.25f), size, indexed, scaled, onePass));
            }
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void One_pass_gives_the_same_bits_as_two(string rule, bool indexed, bool scaled)
    {
        foreach (var size in Widths.Sizes.Skip(1))
        {
            Assert.Equal(
                Learn(Rules[rule], new SixthPowerContrast(), size, indexed, scaled, onePass: false),
                Learn(Rules[rule], new SixthPowerContrast(), size, indexed, scaled, onePass: true));
        }
    }

    [Fact]
    public void Index_of_neighbours_gives_the_same_bits_as_no_index()
    {
        foreach (var size in Widths.Sizes.Skip(1))
        {
            Assert.Equal(
                Learn(Rules["all"], new SixthPowerContrast(), size, indexed: false, scaled: true, onePass: true, isShuffled: false),
                Learn(Rules["all"], new SixthPowerContrast(), size, indexed: true, scaled: true, onePass: true, isShuffled: false));
        }
    }

    private static LearnConstants Rule(Action<LearnSynapseParams> change)
    {
        var p = new LearnSynapseParams { WtBal = { On = true } };
        change(p);
        return new LearnConstants(p);
    }

    /// <summary>The state of one sender's synapses after they have learned: Wt, LWt, Moment and the largest change.</summary>
    private static float[] Learn<TContrast>(
        LearnConstants p, TContrast contrast, int size, bool indexed, bool scaled, bool onePass, bool isShuffled = true)
        where TContrast : struct, IContrast
    {
        var synapses = new SynapseStore(Connectivity.Full.Connect([1, 1], [1, size]));
        foreach (var (column, stream) in ((AlignedFloats, ulong)[])[(synapses.Wt, 101), (synapses.LWt, 102), (synapses.Moment, 103)])
        {
            foreach (var (i, value) in Numbers.Column(column.Length, stream).Span.ToArray().Index()) { column.Span[i] = Math.Clamp(value, 0f, 1f); }
        }
        if (scaled) { Numbers.Column(synapses.Length, 104).Span.CopyTo(synapses.RequireScale().Span); }
        var receivers = Enumerable.Range(0, size).ToArray();
        if (indexed && isShuffled) { receivers = new CounterRandom(1, 0, 105).Permutation(size); }

        var largest = indexed
            ? Run(p, contrast, synapses, new IndexedReceivers(ref receivers[0]), onePass)
            : Run(p, contrast, synapses, new NeighbouringReceivers(0), onePass);
        return [.. synapses.Wt.Slice(0, size), .. synapses.LWt.Slice(0, size), .. synapses.Moment.Slice(0, size), largest];
    }

    /// <summary>Lets the synapses learn; the largest change, which becomes Norm.</summary>
    private static float Run<TContrast, TAccess>(
        LearnConstants p, TContrast contrast, SynapseStore synapses, TAccess receivers, bool onePass)
        where TContrast : struct, IContrast
        where TAccess : struct, IReceiverAccess, allows ref struct
    {
        var size = synapses.Receivers;
        var units = Numbers.Units(FirstReceiver + size + AlignedFloats.Alignment, out _);
        AlignedFloats increase = Numbers.Column(size + AlignedFloats.Alignment, 106), decrease = Numbers.Column(size + AlignedFloats.Alignment, 107);
        Span<float> largestOfLanes = stackalloc float[AlignedFloats.Alignment];
        var change = new WeightChange<TAccess>(
            in p, receivers, units, FirstReceiver, senderAvgSLrn: 0.7f, senderAvgM: 0.4f, decayedNorm: 0.02f, synapses.Moment, largestOfLanes);
        var update = new WeightUpdate<TContrast, TAccess>(in p, contrast, receivers, synapses, ref increase.Start, ref decrease.Start);
        if (onePass) { Kernel.Run(new LearnKernel<TContrast, TAccess>(change, update), 0, size); }
        else
        {
            var dwt = synapses.RequireDWt();
            Kernel.Run(new ChangeKernel<TAccess>(change, dwt), 0, size);
            Kernel.Run(new UpdateKernel<TContrast, TAccess>(update, dwt), 0, size);
        }
        var largest = 0f;
        foreach (var candidate in largestOfLanes) { largest = MathF.Max(largest, candidate); }
        return largest;
    }
}
