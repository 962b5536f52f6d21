using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>The sums of the midbrain nuclei, from layers that are clamped to what they are to read: golden data do not take every way through them.</summary>
public class PvlvMidbrainTests
{
    private static readonly string[] Sources =
    [
        "PosPV", "NegPV", "PPTg", "VSPatchPosD1", "VSPatchPosD2", "VSPatchNegD1", "VSPatchNegD2", "VSMatrixPosD1", "VSMatrixPosD2", "VSMatrixNegD1", "VSMatrixNegD2",
    ];

    [Theory]
    [InlineData("VSPatchPosD1=0.5", 0.5f)]
    [InlineData("VSPatchPosD2=0.5", -0.1f)]                      // what is not expected disinhibits by a fifth
    [InlineData("VSPatchNegD2=0.5", -0.4f)]                      // discounted
    [InlineData("VSPatchNegD1=0.5", 0.5f)]
    [InlineData("VSMatrixPosD1=0.6 PosPV=0.4", -0.6f)]           // the promise is more than the reward
    [InlineData("VSMatrixPosD1=0.2 PosPV=0.4", -0.4f)]
    [InlineData("VSMatrixPosD2=0.5", 0.5f)]
    [InlineData("VSMatrixPosD2=0.5 NegPV=0.3", 0.5f)]            // worse than the punishment
    [InlineData("VSMatrixPosD2=0.2 NegPV=0.3", 0.3f)]
    [InlineData("VSMatrixNegD2=0.7 NegPV=0.3", 0.7f)]
    [InlineData("VSMatrixNegD1=0.7", -0.7f)]
    public void Habenula_weighs_bad_against_good(string inputs, float expected)
    {
        var net = new LeabraNetwork("Habenula");
        AddSources(net);
        var habenula = net.AddLayer(new HabenulaLayer("LHbRMTg"));
        (habenula.Gains.All, habenula.Act.Init.Decay) = (2f, 0f);
        Run(net, inputs);
        Assert.Equal(2f * expected, habenula.Units("Act")[0], 1e-6f);
        foreach (var variable in (string[])["ActLrn", "Ext", "Ge"]) { Assert.Equal(habenula.Units("Act")[0], habenula.Units(variable)[0]); }
        Assert.Equal(0.15f, habenula.Units("AvgS")[0]);
        var act = habenula.Units("Act")[0];
        net.EndQuarter();
        net.BeginTrial();
        net.RunCycle();
        Assert.Equal(act, habenula.Units("Act")[0]);   // until the next plus phase
    }

    [Theory]
    [InlineData("PPTg=0.5", "", 0.55f)]
    [InlineData("PPTg=0.5 PosPV=0.9", "", 0.9f)]
    [InlineData("PosPV=0.9 VSPatchPosD1=0.2", "", 0.52f)]
    [InlineData("PosPV=0.9 VSPatchPosD1=0.2 VSPatchPosD2=0.1", "", 0.72f)]
    [InlineData("PosPV=0.9 VSPatchPosD2=0.1", "", 0.9f)]         // no less than no shunting
    [InlineData("PosPV=0.9 VSPatchPosD1=0.2 VSPatchPosD2=0.1", "PVIAntiBurstShunt=0", 0.52f)]
    [InlineData("PosPV=0.2 VSPatchPosD1=0.2", "", 0f)]
    [InlineData("LHbRMTg=-0.4", "", 0.4f)]
    [InlineData("LHbRMTg=0.6", "", -0.6f)]
    [InlineData("LHbRMTg=0.6 VSPatchNegD2=0.2 VSPatchNegD1=0.1", "PVIDipShunt=1", -0.4f)]
    [InlineData("LHbRMTg=0.6 VSPatchNegD2=0.2 VSPatchNegD1=0.1", "PVIDipShunt=1 PVIAntiDipShunt=1", -0.5f)]
    [InlineData("LHbRMTg=0.6 VSPatchNegD1=0.1", "PVIAntiDipShunt=1", -0.6f)]
    [InlineData("LHbRMTg=0.1 VSPatchNegD2=0.2", "PVIDipShunt=1", 0f)]
    [InlineData("LHbRMTg=0.6 PosPV=0.9", "DA=0.5 LHb=2 PV=3", 0.75f)]
    public void Dopamine_of_rewards_is_bursts_less_dips(string inputs, string gains, float expected) => AssertDopamine(Valence.Positive, inputs, gains, expected);

    [Theory]
    [InlineData("NegPV=0.9 VSPatchNegD2=0.2", "", 0.52f)]
    [InlineData("NegPV=0.5 VSPatchNegD1=0.1", "", 0.7f)]         // the opponent alone adds to the burst
    [InlineData("NegPV=0.9 VSPatchNegD2=0.2 VSPatchNegD1=0.1", "PVIAntiBurstShunt=0", 0.52f)]
    [InlineData("LHbRMTg=0.6", "", 0.6f)]
    [InlineData("LHbRMTg=-0.4", "", -0.4f)]
    [InlineData("LHbRMTg=-0.4 NegPV=0.9", "DA=0.5", 0.25f)]
    public void Dopamine_of_punishments_bursts_for_what_is_bad(string inputs, string gains, float expected) => AssertDopamine(Valence.Negative, inputs, gains, expected);

    [Theory]
    [InlineData(0.5f, 2f, 0.1f, 1f)]
    [InlineData(0.04f, 2f, 0.1f, 0f)]
    [InlineData(-0.5f, 2f, 0.1f, 0f)]
    public void Pedunculopontine_nucleus_shows_a_rise(float rise, float gain, float threshold, float expected)
    {
        var net = new LeabraNetwork("Rise");
        var nucleus = net.AddLayer(new PedunculopontineLayer("PPTg"));
        (nucleus.DNetGain, nucleus.ActThreshold, nucleus.Act.Init.Decay, nucleus.Act.Dt.GTau) = (gain, threshold, 0f, 1e6f);   // so that excitation hardly moves from what it is set to
        net.Initialize(seed: 1);
        nucleus.Units("Ge")[0] = 0.6f;
        net.RunTrial(learn: false);
        Assert.Equal(0.6f, nucleus.GePrev, 1e-4f);
        nucleus.Units("Ge")[0] = nucleus.GePrev + rise;
        net.RunTrial(learn: false);
        Assert.Equal(expected, nucleus.Units("Act")[0], 5e-4f);
        Assert.Equal(nucleus.Units("Act")[0], nucleus.Units("ActLrn")[0]);
        Assert.Equal(nucleus.Units("Ge")[0], nucleus.GePrev);
        net.InitializeActivity();
        Assert.Equal(0f, nucleus.GePrev);
    }

    private static void AssertDopamine(Valence valence, string inputs, string gains, float expected)
    {
        var net = new LeabraNetwork("Dopamine");
        AddSources(net);
        Source(net, "LHbRMTg");
        var vta = net.AddLayer(new TegmentalLayer("VTA", valence));
        foreach (var (name, value) in Values(gains)) { net.Styles.Set($"#VTA Layer.DAGains.{name}={value}"); }
        Run(net, inputs);
        Assert.Equal(expected, vta.DA, 1e-6f);
        Assert.Equal(vta.DA, vta.Units("Act")[0]);
        Assert.Equal(expected, vta.Terms.NetDA, 1e-6f);
        Assert.True(vta.Terms.NetDipDA >= 0f);
    }

    private static void AddSources(LeabraNetwork net)
    {
        foreach (var name in Sources) { Source(net, name); }
    }

    private static void Source(LeabraNetwork net, string name) => net.AddLayer(name, [1, 1], LayerKind.Input).Act.Clamp.Range.Min = -1f;

    private static IEnumerable<(string Name, float Value)> Values(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Select(part => (part[0], float.Parse(part[1])));

    private static void Run(LeabraNetwork net, string inputs)
    {
        net.Initialize(seed: 1);
        foreach (var layer in net.Layers) { if (layer.Kind == LayerKind.Input) { layer.Present([0f], [1, 1]); } }
        foreach (var (name, value) in Values(inputs)) { net[name].Present([value], [1, 1]); }
        net.BeginTrial();
        for (var quarter = 0; quarter < 3; quarter++)
        {
            net.RunCycle();
            net.EndQuarter();
        }
        net.RunCycle();
    }
}
