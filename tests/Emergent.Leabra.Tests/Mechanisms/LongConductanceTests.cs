using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class LongConductanceTests
{
    [Fact]
    public void Units_hold_a_pattern_without_input_by_NMDA_channels_and_not_without()
    {
        int[] pattern = [3, 10, 11, 20];
        Assert.Equal(pattern, ActiveAfterADelay(gbar: 0.02f));
        Assert.Empty(ActiveAfterADelay(gbar: 0f));

        int[] ActiveAfterADelay(float gbar)
        {
            var network = new LeabraNetwork("Delay");
            var input = network.AddLayer("Input", [5, 5], LayerKind.Input);
            var holding = network.AddLongConductanceLayer("Holding", [5, 5]);
            network.Project(input, holding, Connectivity.OneToOne);
            network.ProjectNMDA(holding, holding, Connectivity.OneToOne).WtScale.Abs = 2f;
            (holding.Inhib.Layer.Gi, holding.NMDA.Gbar) = (1.5f, gbar);
            network.Initialize(seed: 1);
            var cue = new float[25];
            foreach (var unit in pattern) { cue[unit] = 1f; }
            foreach (var shown in (float[][])[cue, new float[25], new float[25]])
            {
                input.Present(shown, [5, 5]);
                network.RunTrial(learn: false);
            }
            return [.. Enumerable.Range(0, 25).Where(unit => holding.Units("ActP")[unit] > 0.5f)];
        }
    }

    [Fact]
    public void GABAB_rises_to_a_peak_after_the_time_that_belongs_to_its_time_constants()
    {
        var unit = Alone();
        unit.Units("GABABx")[0] = 1000f;   // beside which what comes without inhibition is nothing
        int peak = 0, cycle = 0;
        for (var largest = 0f; cycle < 400; cycle++)
        {
            Cycle(unit);
            if (unit.Units("GABAB")[0] > largest) { (largest, peak) = (unit.Units("GABAB")[0], cycle + 1); }
        }
        Assert.InRange(peak, unit.GABAB.MaxTime - 2f, unit.GABAB.MaxTime + 2f);
    }

    [Fact]
    public void NMDA_decays_by_its_time_constant()
    {
        var unit = Alone();
        unit.Units("NMDA")[0] = 1f;
        for (var cycle = 0; cycle < 100; cycle++) { Cycle(unit); }
        Assert.Equal(0.366f, unit.Units("NMDA")[0], tolerance: 0.001f);   // (1 − 1/100)^100
    }

    [Fact]
    public void Smallest_numbers_decay_and_conduct_as_by_plain_division_and_multiplication()
    {
        foreach (var tau in (float[])[1f, 3f, 50f, 100f, 101f, 1e4f])
        {
            var constants = new LongConductanceConstants(new NMDAParams { Tau = tau }, new GABABParams());
            foreach (var share in (float[])[0f, 1e-5f, 0.0016f, 0.0156f, 0.3f, 1f, 4f, 100f])
            {
                for (var bits = 0; bits < 20_000; bits += bits < 2100 ? 1 : 97)
                {
                    foreach (var nmda in (float[])[BitConverter.Int32BitsToSingle(bits), BitConverter.Int32BitsToSingle(bits | int.MinValue), bits * 1e-3f])
                    {
                        float lost = 0f, conducted = 0f;
                        Data.Lanes1.Store(constants.Decay<Data.Lanes1>(nmda), ref lost, 0);
                        Data.Lanes1.Store(LongConductanceConstants.Conduct<Data.Lanes1>(share, nmda), ref conducted, 0);
                        Assert.Equal(nmda / tau, lost);
                        Assert.Equal(share * nmda, conducted);
                    }
                }
            }
        }
    }

    [Fact]
    public void NMDA_and_GABAB_outlast_a_trial_and_what_was_delivered_does_not()
    {
        var network = SmallNet.LongConductances();
        var hidden = network["Hidden"];
        SmallNet.Present(network, 0);
        network.RunTrial(learn: false);
        var before = Lasting();
        Assert.True(Largest("NMDASyn") > 0f && Largest("AlphaMax") > 0f);

        network.BeginTrial(updateAverages: false);
        Assert.Equal(before, Lasting());
        Assert.Equal(0f, Largest("NMDASyn"));
        Assert.Equal(0f, Largest("AlphaMax"));

        network.DecayState(0.25f);
        Assert.Equal([.. before.Select(x => x - 0.25f * x)], Lasting());
        network.InitializeActivity();
        foreach (var variable in LongConductanceVariables.All) { Assert.Equal(0f, Largest(variable.Name)); }

        float[] Lasting() => [.. hidden.Units("NMDA"), .. hidden.Units("GABAB"), .. hidden.Units("GABABx")];

        float Largest(string variable) => hidden.Units(variable).ToArray().Max();
    }

    [Fact]
    public void Potassium_of_clamped_units_is_set_without_adaptation_and_grows_with_it()
    {
        var network = SmallNet.LongConductances();
        var output = (LongConductanceLayer)network["Output"];
        SmallNet.Present(network, 0);
        network.BeginTrial();
        for (var quarter = 0; quarter < 3; quarter++) { Run(25); network.EndQuarter(); }   // now output is clamped
        Run(1);
        float gk = output.Units("Gk")[3], ggabab = 0f;
        for (var cycle = 0; cycle < 10; cycle++)
        {
            Run(1);
            ggabab = output.Units("GgabaB")[3];
            Assert.Equal(gk + ggabab, gk = output.Units("Gk")[3]);
        }
        Assert.True(ggabab > 0f);
        output.Act.KNa.On = false;
        Run(1);
        Assert.Equal(output.Units("GgabaB")[3], output.Units("Gk")[3]);

        void Run(int cycles) { for (var cycle = 0; cycle < cycles; cycle++) { network.RunCycle(); } }
    }

    [Fact]
    public void Largest_activation_is_recorded_from_a_cycle_on_and_learned_if_asked()
    {
        var network = new LeabraNetwork("AlphaMax");
        var input = network.AddLayer("Input", [1, 3], LayerKind.Input);
        var layer = network.AddLayer(new AlphaMaxLayer("Units", [1, 3]) { AlphaMaxCyc = 10 });
        network.Project(input, layer, Connectivity.OneToOne);
        network.Initialize(seed: 1);
        input.Present([1f, 0f, 1f], [1, 3]);
        network.BeginTrial();
        var largest = 0f;
        for (var cycle = 0; cycle < 30; cycle++)
        {
            network.RunCycle();
            Assert.True(cycle >= 10 || layer.MaxAlphaMax == 0f);
            if (cycle >= 10) { largest = MathF.Max(largest, layer.Units("Act").ToArray().Max()); }
        }
        Assert.True(largest > 0f);
        Assert.Equal(largest, layer.MaxAlphaMax);
        layer.LearnFromAlphaMax();
        Assert.Equal(layer.Units("AlphaMax"), layer.Units("ActLrn"));
    }

    [Fact]
    public void Lesioned_units_stand_still()
    {
        var network = SmallNet.LongConductances();
        SmallNet.Train(network, 2);
        network["Hidden"].Lesion(3, 17);
        var before = StateOf();
        SmallNet.Train(network, 2);
        Assert.Equal(before, StateOf());

        float[] StateOf() => [.. LongConductanceVariables.All.Where(v => v.Name != "NMDASyn").Select(v => network["Hidden"].Units(v.Name)[17]), network["Hidden"].Units("Gk")[3]];
    }

    [Fact]
    public void Receiver_without_NMDA_channels_is_an_error()
    {
        var network = new LeabraNetwork("Plain");
        LeabraLayer holds = network.AddLongConductanceLayer("Holds", [2, 2]), plain = network.AddLayer("Plain", [2, 2]);
        var error = Assert.Throws<EmergentException>(() => network.ProjectNMDA(holds, plain, Connectivity.Full));
        Assert.Equal("Projection 'HoldsToPlain': 'Holds' cannot reach NMDA channels of layer 'Plain', which is of type Layer and has none. Add 'Plain' with AddLongConductanceLayer, or use a plain projection.", error.Message);
        Assert.Empty(plain.ReceivingProjections);
        Assert.Equal(["NMDA"], network.ProjectNMDA(plain, holds, Connectivity.Full).Classes);
    }

    [Fact]
    public void Factor_of_the_rise_follows_its_time_constants_only_when_asked()
    {
        var p = new GABABParams();
        Assert.Equal(2.5811758f, p.TauFact);
        p.DecayTau = 70f;
        Assert.Equal(2.5811758f, p.TauFact);
        p.TauFact = GABABParams.TauFactFor(p.RiseTau, p.DecayTau);
        Assert.Equal(2.215f, p.TauFact, tolerance: 0.001f);
        Assert.Equal(GABABParams.TauFactFor(50f, 50.01f), GABABParams.TauFactFor(50f, 50f), tolerance: 0.01f);
    }

    private static LongConductanceLayer Alone()
    {
        var network = new LeabraNetwork("Alone");
        var layer = network.AddLongConductanceLayer("Unit", [1, 1]);
        network.Initialize(seed: 1);
        return layer;
    }

    private static void Cycle(LongConductanceLayer unit)
    {
        var constants = new LongConductanceConstants(unit.NMDA, unit.GABAB);
        Data.Kernel.Run(new NMDAKernel(in constants, unit.State, unit.Long, unit.State.Target), unit.First, 1);
        Data.Kernel.Run(new GABABKernel(in constants, unit.State, unit.Long), unit.First, 1);
    }
}
