using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class DeepTests
{
    [Fact]
    public void Pulvinar_comes_to_predict_a_sequence_that_only_context_tells()
    {
        // The example of docs/algorithm/deep.md.
        var net = new LeabraNetwork("Sequence");
        var input = net.AddLayer("Input", [1, 4], LayerKind.Input);
        var area = net.AddDeep("Hidden", [5, 5], pulvinar: [1, 4], "Input");
        net.Project(input, area.Super, Connectivity.Full);
        area.Pulvinar!.TRC.DriveScale = 0.8f;
        net.Initialize(seed: 1);
        var before = ErrorOver(trials: 40);
        ErrorOver(trials: 400);
        var after = ErrorOver(trials: 40);
        Assert.True(after < 0.3 * before, $"{before} before, {after} after");

        double ErrorOver(int trials)
        {
            var sum = 0.0;
            var shown = new float[4];
            for (var trial = 0; trial < trials; trial++)
            {
                Array.Clear(shown);
                shown[trial % 4] = 1f;
                input.Present(shown, input.Shape);
                net.RunTrial();
                sum += area.Pulvinar!.SquaredError().Sum;
            }
            return sum;
        }
    }

    [Fact]
    public void Style_classes_are_those_of_the_reference()
    {
        var net = new LeabraNetwork("Classes");
        var area = net.AddDeep("Hidden", [3, 3], pulvinar: [1, 4]);
        net.ProjectContext(area.CT, area.CT, Connectivity.Full);
        Assert.Equal(["Hidden", "CT", "TRC"], net.Layers.Select(l => string.Join(' ', l.Classes)));
        Assert.Equal(["CTCtxt CTFmSuper", "Forward", "Back FmPulv", "Back FmPulv", "CTCtxt"], net.Projections.Select(p => string.Join(' ', p.Classes)));
    }

    [Fact]
    public void Context_is_taken_in_at_the_end_of_a_trial_and_stands_for_the_next()
    {
        var net = MechanismNets.Deep();
        net.Initialize(seed: 1);
        SmallNet.Present(net, 0);
        net.BeginTrial();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            Assert.All(net["HiddenCT"].Units("CtxtGe").ToArray(), context => Assert.Equal(0f, context));
            EndQuarter(net);
        }
        var taken = net["HiddenCT"].Units("CtxtGe").ToArray();
        Assert.Contains(taken, context => context > 0f);
        net.BeginTrial();
        for (var quarter = 0; quarter < 3; quarter++) { EndQuarter(net); }
        Assert.Equal(taken, net["HiddenCT"].Units("CtxtGe").ToArray());
        net.InitializeActivity();
        Assert.All(net["HiddenCT"].Units("CtxtGe").ToArray(), context => Assert.Equal(0f, context));
    }

    [Fact]
    public void Only_units_above_threshold_burst_and_only_in_their_quarters()
    {
        var net = MechanismNets.Deep();
        net.Initialize(seed: 1);
        SmallNet.Present(net, 0);
        var hidden = (SuperLayer)net["Hidden"];
        net.BeginTrial();
        for (var quarter = 0; quarter < 3; quarter++) { EndQuarter(net); }
        Assert.All(hidden.Units("Burst").ToArray(), burst => Assert.Equal(0f, burst));
        EndQuarter(net);
        float[] act = hidden.Units("Act").ToArray(), burst = hidden.Units("Burst").ToArray();
        var pool = hidden.Pools[0].Inhib.Act;
        var threshold = MathF.Max(0.1f, pool.Avg + 0.1f * (pool.Max - pool.Avg));
        for (var unit = 0; unit < act.Length; unit++) { Assert.Equal(act[unit] > threshold ? act[unit] : 0f, burst[unit]); }
        Assert.Contains(burst, b => b > 0f);
        net.BeginTrial();
        for (var quarter = 0; quarter < 3; quarter++) { EndQuarter(net); }
        Assert.Equal(burst, hidden.Units("BurstPrv").ToArray());
    }

    [Fact]
    public void Lesioned_units_stand_still()
    {
        var net = MechanismNets.DeepWithPools();
        net.Initialize(seed: 1);
        foreach (var name in (string[])["V1", "V1CT", "V1P", "HP"]) { net[name].Lesion(1, 2, 5); }
        SmallNet.Train(net, 3);
        foreach (var name in (string[])["V1", "V1CT", "V1P", "HP"])
        {
            foreach (var variable in (string[])["Act", "Burst", "CtxtGe", "Ge"]) { Assert.Equal(0f, net[name].Units(variable)[2]); }
        }
    }

    [Fact]
    public void Drivers_that_do_not_fit_are_refused_when_the_network_is_built()
    {
        AssertRefused(
            net => ((PulvinarLayer)net["HP"]).Drivers.Add("V1"),
            "Layer 'HP' (TRCLayer) has 21 units, its drivers up to 'V1' 22; they stand one behind the other and must fit. Make 'HP' larger, drive it by fewer layers, or set AllowsOverflow.");
        AssertRefused(net => ((PulvinarLayer)net["HP"]).Drivers.Add("V2"), "Layer 'HP' (TRCLayer): Drivers names 'V2', and network 'DeepWithPools' has no such layer; it must be one that shows what happens. Did you mean 'V1'?");
        AssertRefused(net => ((SuperLayer)net["V1"]).Attn.TRCLay = "HP", "Layer 'V1' (SuperLayer) has shape [4, 4, 3, 3], its pulvinar 'HP' [3, 7]; for attention (Attn.On) both have the same pools. Give them these, or switch attention off.");
        AssertRefused(
            net => net.Project(new ContextProjection(net["Input"], net["V1"], Connectivity.Full)),
            "Projection 'InputToV1' (CTCtxtPrjn) from layer 'Input': layer 'V1' is of type SuperLayer; context is taken in by a corticothalamic layer (CTLayer). Use another projection or another layer.");

        static void AssertRefused(Action<LeabraNetwork> change, string message)
        {
            var net = MechanismNets.DeepWithPools();
            change(net);
            Assert.Equal(message, Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message);
        }
    }

    [Fact]
    public void Area_and_pulvinar_with_other_pools_are_refused_before_anything_is_added()
    {
        var net = new LeabraNetwork("Pools");
        Assert.Throws<EmergentException>(() => net.AddDeep("V1", [2, 2, 3, 3], pulvinar: [3, 2, 2, 2]));
        Assert.Empty(net.Layers);
    }

    [Fact]
    public void New_kernels_have_the_same_bits_at_every_width_and_touch_no_other_units()
    {
        foreach (var size in Widths.Sizes)
        {
            var (a, b) = (Numbers.Column(size + 16, 1), Numbers.Column(size + 16, 2));
            for (var i = 0; i < size; i++)
            {
                var (x, y) = (a.Span[i], b.Span[i]);
                AlignedFloats sum = Numbers.Column(size + 16, 3), scaled = Copy(a), added = Copy(b), above = Numbers.Column(size + 16, 3), decayed = Copy(a);
                Kernel.Run(new SumKernel(ref a.Start, ref b.Start, ref sum.Start), 0, size);
                Kernel.Run(new ScaleKernel(0.7f, ref scaled.Start), 0, size);
                Kernel.Run(new AddScaledKernel(0.7f, ref a.Start, ref added.Start), 0, size);
                Kernel.Run(new AboveThresholdKernel(0.5f, ref a.Start, ref above.Start), 0, size);
                Kernel.Run(new DecayTowardsKernel(0.3f, 0.2f, ref decayed.Start), 0, size);
                Assert.Equal((x + y, x * 0.7f, y + x * 0.7f, x > 0.5f ? x : 0f, x - 0.3f * (x - 0.2f)), (sum.Span[i], scaled.Span[i], added.Span[i], above.Span[i], decayed.Span[i]));
                Assert.Equal((Numbers.Column(size + 16, 3).Span[size], a.Span[size]), (sum.Span[size], scaled.Span[size]));
            }
        }

        static AlignedFloats Copy(AlignedFloats column)
        {
            var copy = new AlignedFloats(column.Length);
            column.Span.CopyTo(copy.Span);
            return copy;
        }
    }

    private static void EndQuarter(LeabraNetwork net)
    {
        for (var cycle = 0; cycle < net.Time.CyclesPerQuarter; cycle++) { net.RunCycle(); }
        net.EndQuarter();
    }
}
