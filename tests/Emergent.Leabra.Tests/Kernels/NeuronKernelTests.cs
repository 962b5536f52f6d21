using Emergent.Data;

namespace Emergent.Leabra.Tests;

[Collection(WidthsCollection.Name)]
public class NeuronKernelTests
{
    private const int Before = 3, After = 17;   // units around those that are computed, which must stay as they are

    private delegate void UnitKernel(NeuronState units, int start, int count);

    private static readonly UnitConstants Constants = new(NoisyParams(), new LearnNeuronParams());

    private static readonly AdaptationConstants Channels = new(new KNaParams());

    private static readonly AdaptationConstants WithoutMedChannel = new(new KNaParams { Med = { On = false } });

    // Limits within the range of the numbers, so that some units are refractory and some fire.
    private static readonly SpikeConstants Spikes = new(new SpikeParams { Tr = 1 }, NoisyParams());

    private static readonly SpikeConstants ExponentialSpikes = new(new SpikeParams { Exp = true, ExpThr = 0.8f, Tr = 1, RateTau = 3f }, new ActParams { KNa = { Med = { On = false } } });

    private static readonly LongConductanceConstants LongConstants = new(new NMDAParams(), new GABABParams { RiseTau = 7f, DecayTau = 9f });

    private static readonly Dictionary<string, UnitKernel> Kernels = new(StringComparer.Ordinal)
    {
        ["potential"] = (s, start, count) => Kernel.Run(new PotentialKernel<PlainActivation>(in Constants, s), start, count),
        ["potential with potassium"] = (s, start, count) => Kernel.Run(new PotentialKernel<AdaptingActivation>(in Constants, s), start, count),
        ["potential with noise"] = (s, start, count) => Kernel.Run(new PotentialKernel<NoisyActivation>(in Constants, s), start, count),
        ["drive"] = (s, start, count) => Kernel.Run(new DriveKernel<PlainActivation>(in Constants, s, s.ActQ0), start, count),
        ["drive with potassium"] = (s, start, count) => Kernel.Run(new DriveKernel<AdaptingActivation>(in Constants, s, s.ActQ0), start, count),
        ["activation"] = (s, start, count) => Kernel.Run(new ActivationKernel<PlainActivation>(in Constants, s, s.ActM, s.ActP), start, count),
        ["activation with noise"] = (s, start, count) => Kernel.Run(new ActivationKernel<NoisyActivation>(in Constants, s, s.ActM, s.ActP), start, count),
        ["hard clamp"] = (s, start, count) => Kernel.Run(new HardClampKernel(in Constants, s), start, count),
        ["excitation"] = (s, start, count) => Kernel.Run(new ExcitationKernel(in Constants, s, s.GeRaw), start, count),
        ["soft clamp"] = (s, start, count) => Kernel.Run(new SoftClampKernel(in Constants, s, s.GeRaw), start, count),
        ["synaptic inhibition"] = (s, start, count) => Kernel.Run(new SynapticInhibitionKernel(in Constants, s), start, count),
        ["noise on Ge"] = (s, start, count) => Kernel.Run(new AddKernel(ref s.Ge.Start, ref s.Noise.Start), start, count),
        ["learning averages"] = (s, start, count) => Kernel.Run(new LearningAveragesKernel(in Constants, s), start, count),
        ["learning signal"] = (s, start, count) => Kernel.Run(new LearningSignalKernel(in Constants, s), start, count),
        ["adaptation"] = (s, start, count) => Kernel.Run(new AdaptationKernel(in Channels, s), start, count),
        ["adaptation without a channel"] = (s, start, count) => Kernel.Run(new AdaptationKernel(in WithoutMedChannel, s), start, count),
        ["spiking potential"] = (s, start, count) => Kernel.Run(new SpikePotentialKernel<PlainRise>(in Constants, in Spikes, s), start, count),
        ["spiking potential with exponential slope"] = (s, start, count) => Kernel.Run(new SpikePotentialKernel<ExponentialRise>(in Constants, in ExponentialSpikes, s), start, count),
        ["spikes"] = (s, start, count) => Kernel.Run(new SpikeKernel(in Constants, in Spikes, WithIntervals(s, start, count)), start, count),
        ["spikes over the exponential threshold"] = (s, start, count) => Kernel.Run(new SpikeKernel(in Constants, in ExponentialSpikes, s), start, count),
        ["adaptation to spikes"] = (s, start, count) => Kernel.Run(new SpikeAdaptationKernel(in Spikes, s), start, count),
        ["adaptation to spikes without a channel"] = (s, start, count) => Kernel.Run(new SpikeAdaptationKernel(in ExponentialSpikes, s), start, count),
        ["long average"] = (s, start, count) => Kernel.Run(new LongAverageKernel(new AvgLParams(), 0.3f, s), start, count),
        ["decay"] = (s, start, count) => Kernel.Run(new DecayKernel(0.3f, new ActInitParams(), s), start, count),
        ["end of the plus phase"] = (s, start, count) => Kernel.Run(new PlusPhaseEndKernel(in Constants, s), start, count),
        ["self inhibition"] = (s, start, count) => Kernel.Run(new SelfInhibitionKernel(new SelfInhibParams(), s), start, count),
        ["total inhibition"] = (s, start, count) => Kernel.Run(new TotalInhibitionKernel(0.7f, s), start, count),
        ["NMDA channels"] = (s, start, count) => Kernel.Run(new NMDAKernel(in LongConstants, s, Long(s), s.ActQ0), start, count),
        ["GABA-B channels"] = (s, start, count) => Kernel.Run(new GABABKernel(in LongConstants, s, Long(s)), start, count),
        ["largest activation"] = (s, start, count) => Kernel.Run(new LargestActivationKernel(s, Lowered(s.AvgSS, start, count)), start, count),
        ["fast exponential"] = (s, start, count) => Kernel.Run(new FastExpKernel(s), start, count),
    };

    public static TheoryData<string> Names => [.. Kernels.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_width_gives_the_same_bits(string kernel)
    {
        foreach (var size in Widths.Sizes) { Widths.AssertSameBits($"{kernel} of {size} units", () => Flat(Computed(kernel, size))); }
    }

    [Theory, MemberData(nameof(Names))]
    public void Only_the_units_asked_for_change(string kernel)
    {
        foreach (var size in Widths.Sizes)
        {
            _ = Numbers.Units(Before + size + After, out var original);
            var computed = Computed(kernel, size);
            var changed = 0;
            for (var v = 0; v < computed.Length; v++)
            {
                for (var i = 0; i < computed[v].Length; i++)
                {
                    if (Widths.IsSame(original[v].Span[i], computed[v].Span[i])) { continue; }
                    Assert.InRange(i, Before, Before + size - 1);
                    changed++;
                }
            }
            Assert.True(size < 16 || changed >= size / 2, $"{kernel} of {size} units changed {changed} values.");
        }
    }

    [Fact]
    public void Units_that_send_are_the_same_at_every_width()
    {
        foreach (var size in Widths.Sizes.Skip(1))
        {
            var network = new LeabraNetwork("Collect");
            var layer = network.AddLayer("Units", [1, size]);
            network.Initialize(seed: 1);
            if (size > 20) { layer.Lesion(0, 5, 6, 17); }
            Widths.AssertSameBits($"senders among {size} units", () =>
            {
                Numbers.Column(size, 1).Span.CopyTo(layer.Units("Act"));
                Numbers.Column(size, 2).Span.CopyTo(layer.Units("ActSent"));
                layer.Units("ActSent")[size / 2] = layer.Units("Act")[size / 2];   // one that has nothing new to say
                layer.Senders.Collect(in layer.Constants, layer.State);
                float[] units = [.. layer.Senders.Units.ToArray()];
                return [.. units, .. layer.Senders.Changes, .. layer.Units("ActSent"), .. Enumerable.Repeat(0f, 2 * (size - units.Length))];
            });
        }
    }

    private static AlignedFloats[] Computed(string kernel, int size)
    {
        var units = Numbers.Units(Before + size + After, out var columns);
        Kernels[kernel](units, Before, size);
        return columns;
    }

    private static float[] Flat(AlignedFloats[] columns) => [.. columns.SelectMany(c => c.Span.ToArray())];

    /// <summary>Columns of long-lasting channels, in those of variables that their kernels do not use otherwise.</summary>
    private static LongConductanceState Long(NeuronState s) => new(name => name switch
    {
        "AlphaMax" => s.AvgSS,
        "VmEff" => s.AvgS,
        "Gnmda" => s.AvgM,
        "NMDA" => s.AvgL,
        "NMDASyn" => s.AvgLLrn,
        "GgabaB" => s.AvgSLrn,
        "GABAB" => s.ActM,
        _ => s.ActP,
    });

    /// <summary>Makes numbers smaller, some below what they are compared with.</summary>
    private static AlignedFloats Lowered(AlignedFloats column, int start, int count)
    {
        foreach (ref var x in column.Slice(start, count)) { x -= 0.5f; }
        return column;
    }

    /// <summary>Makes intervals whole numbers, or what stands for none and for a first spike.</summary>
    private static NeuronState WithIntervals(NeuronState units, int start, int count)
    {
        foreach (ref var isi in units.ISI.Slice(start, count)) { isi = MathF.Max(MathF.Round(10f * isi), -1f); }
        foreach (ref var average in units.ISIAvg.Slice(start, count)) { average = MathF.Round(10f * average); }
        return units;
    }

    private static ActParams NoisyParams()
    {
        var p = new ActParams();
        p.Noise.Type = NoiseType.ActNoise;
        p.Clamp.Avg = true;
        return p;
    }

    /// <summary>FastExp of numbers on both sides of where it is cut off.</summary>
    private readonly ref struct FastExpKernel(NeuronState units) : IKernel
    {
        private readonly ref float _x = ref units.Act.Start, _y = ref units.Ge.Start;

        public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(LaneMath.FastExp((T)(-110f) * T.Load(ref _x, i)), ref _y, i);
    }
}
