using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The parameters of a PVLV network, as a style sheet.</summary>
public static class PvlvStyles
{
    /// <summary>The class of all layers and projections of a PVLV network.</summary>
    public const string Class = "PVLV";

    /// <summary>The sheet of the reference's example.</summary>
    /// <remarks>Rules of the reference that find nothing, and parameters without effect, are left out; what they leave is the same.</remarks>
    /// <param name="prefix">What the layers' names begin with.</param>
    public static StyleSheet Sheet(string prefix = "")
    {
        var sheet = new StyleSheet { Description = "PVLV: the parameters of emergent's example pvlv." };
        AddGeneral(sheet);
        AddConnections(sheet);
        AddStriatum(sheet, prefix);
        AddAmygdala(sheet, prefix);
        AddMidbrain(sheet, prefix);
        return sheet;
    }

    private static void AddGeneral(StyleSheet sheet)
    {
        sheet.Add($".{Class}", "ticks of a trial follow each other without a reset", (LeabraLayer l) => l.Act.Init.Decay = 0f);
        sheet.Add($".{Class}", "a layer's inhibition follows its excitation alone, each unit's also itself", (LeabraLayer l) =>
        {
            (l.Inhib.Layer.Gi, l.Inhib.Layer.FB) = (1f, 0f);
            (l.Inhib.Pool.On, l.Inhib.Pool.Gi, l.Inhib.Pool.FB) = (false, 2f, 0f);
            (l.Inhib.Self.On, l.Inhib.Self.Gi) = (true, 0.3f);
        });
        sheet.Add($".{Class}", "how many units are active is known", (LeabraLayer l) => (l.Inhib.ActAvg.Fixed, l.Learn.AvgL.Init, l.Act.Erev.K) = (true, 0.1f, 0.1f));
        sheet.Add($".{Class}", "rules of their own learn without normalization, and one way", (LeabraProjection p) => p.Learn.Norm.On = p.Learn.Momentum.On = p.Learn.WtBal.On = p.WtInit.Sym = false);
        sheet.Add(".PVLVLayer", "one of four outcomes at a time", (LeabraLayer l) => (l.Inhib.ActAvg.Adjust, l.Inhib.ActAvg.Init) = (0f, 0.25f));
        sheet.Add(".CEmLayer", "slow and graded, as its activity is the prediction that the midbrain sees", (LeabraLayer l) =>
        {
            (l.Act.Dt.VmTau, l.Act.Dt.GTau, l.Act.XX1.Gain, l.Inhib.Layer.FBTau) = (5f, 3f, 200f, 3f);
            (l.Inhib.Self.Gi, l.Inhib.Self.Tau) = (2.05f, 3.8f);
        });
    }

    private static void AddConnections(StyleSheet sheet)
    {
        sheet.Add(".PVLVLrnCons", "learn slowly from next to nothing", (LeabraProjection p) => (p.Learn.Lrate, p.WtInit.Mean, p.WtInit.Var) = (0.02f, 0.01f, 0f));
        sheet.Add(".BLAmygConsStim", "each unit hears stimuli of its own", (AmygdalaProjection p) =>
        {
            (p.Learn.Lrate, p.Learn.WtSig.Gain, p.WtScale.Abs) = (0.2f, 1f, 0.8f);
            RandomScales(p, least: 0.07f);
            p.InitWtVal = 0.07f;
        });
        sheet.Add(".BLAmygConsUS", "outcomes drive a little, and always the same", (LeabraProjection p) => (p.Learn.Learn, p.WtScale.Rel, p.WtInit.Mean) = (false, 0.08f, 0.5f));
        sheet.Add(".BLAmygConsCntxtExt", "contexts extinguish by dopamine alone", (AmygdalaProjection p) =>
        {
            (p.Learn.Lrate, p.Learn.WtSig.Gain, p.WtScale.Abs) = (0.5f, 1f, 0.75f);
            OnlyByDopamine(p);
            RandomScales(p, least: 0.1f);
        });
        sheet.Add(".BLAmygConsInhib", "extinction inhibits acquisition", (LeabraProjection p) => Fix(p, 1.2f));
        foreach (var (name, lrate) in ((string, float)[])[("PosD1", 0.015f), ("PosD2", 0.012f), ("NegD1", 0.01f), ("NegD2", 0.01f)])
        {
            sheet.Add($".VSPatchConsTo{name}", "when outcomes come is learned over many trials", (LeabraProjection p) => (p.Learn.Lrate, p.WtInit.Mean) = (lrate, 0.02f));
        }
        foreach (var (name, lrate) in ((string, float)[])[("PosD1", 0.03f), ("PosD2", 0.06f), ("NegD1", 0.06f), ("NegD2", 0.03f)])
        {
            sheet.Add($".VSMatrixConsTo{name}", "what stimuli promise is taken back faster than learned", (LeabraProjection p) => (p.WtScale.Abs, p.Learn.Lrate) = (0.25f, lrate));
        }
        sheet.Add(".CElExtToAcqInhib", "extinction inhibits acquisition", (LeabraProjection p) => Fix(p, 2.1f));
        sheet.Add(".CElAcqToExtInhib", "and acquisition extinction", (LeabraProjection p) => Fix(p, 0.6f));
        sheet.Add(".CEltoCeMFixed", "prediction is acquisition less extinction", (LeabraProjection p) => Fix(p, 1.3f));
        sheet.Add(".PVLVFixedCons", "the midbrain sees the prediction as it is", (LeabraProjection p) => Fix(p, 1f));
        sheet.Add(".CElAmygCons", "stimuli predict by dopamine alone", (AmygdalaProjection p) =>
        {
            (p.Learn.Lrate, p.WtScale.Abs, p.Learn.WtSig.Gain) = (0.2f, 2.5f, 1f);
            (p.WtInit.Mean, p.WtInit.Var) = (0.02f, 0f);
            OnlyByDopamine(p);
        });
        sheet.Add(".CElAmygConsFmBLA", "what the basolateral amygdala has learned adds to it", (AmygdalaProjection p) =>
        {
            (p.Learn.Lrate, p.WtInit.Mean, p.WtInit.Var) = (0.05f, 0.1f, 0f);
            OnlyByDopamine(p);
        });
        sheet.Add(".CElAmygConsExtFmBLA", "extinction is learned a step before", (AmygdalaProjection p) =>
        {
            (p.Learn.Lrate, p.WtInit.Mean, p.WtInit.Var) = (0f, 0.9f, 0f);
            (p.DALrnThr, p.ActDeltaThr) = (0.01f, 0f);
        });
    }

    private static void AddStriatum(StyleSheet sheet, string prefix)
    {
        sheet.Add(".VSPatchLayer", "slow and graded: an expectation", (VentralStriatumLayer l) =>
        {
            (l.Act.XX1.Gain, l.Act.Dt.VmTau, l.Act.Dt.GTau) = (40f, 5f, 3f);
            (l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.Self.Gi) = (1.5f, 0.1f, 0.5f);
        });
        sheet.Add(".VSMatrixLayer", "sharp: a promise is made or not", (VentralStriatumLayer l) => l.Act.XX1.Gain = 200f);
        sheet.Add(".VS", "learns where the amygdala says so, from bursts as from dips", (VentralStriatumLayer l) =>
            (l.ModNetThreshold, l.DaMod.BurstGain, l.DaMod.DipGain, l.Learn.AvgL.Init) = (0.05f, 1f, 1f, 0.4f));
        sheet.Add($"#{prefix}VSPatchPosD2", "silent without modulation; takes back fast what did not come", (VentralStriatumLayer l) => (l.ActModZero, l.DaMod.BurstGain) = (true, 3f));
        sheet.Add($"#{prefix}VSPatchNegD1", "silent without modulation; relief teaches less", (VentralStriatumLayer l) => (l.ActModZero, l.DaMod.BurstGain) = (true, 0.5f));
        sheet.Add($"#{prefix}VSMatrixNegD2", "relief teaches less", (VentralStriatumLayer l) => l.DaMod.BurstGain = 0.2f);
    }

    private static void AddAmygdala(StyleSheet sheet, string prefix)
    {
        sheet.Add(".BLAmygLayer", "slow and graded; opponents inhibit each other instead of themselves", (BasolateralAmygdalaLayer l) =>
        {
            (l.Act.XX1.Gain, l.Act.Dt.VmTau, l.Act.Dt.GTau) = (40f, 5f, 3f);
            (l.Inhib.Layer.On, l.Inhib.Self.Gi, l.Inhib.ActAvg.Init) = (false, 1.2f, 0.2f);
        });
        foreach (var (name, burst, dip) in ((string, float, float)[])[("PosD1", 0f, 0.05f), ("NegD2", 0.1f, 0f)])
        {
            sheet.Add($"#{prefix}BLAmyg{name}", "acquires; dopamine against it makes it forget a little", (BasolateralAmygdalaLayer l) =>
            {
                (l.ActModZero, l.DaMod.BurstGain, l.DaMod.DipGain) = (false, burst, dip);
                (l.Inhib.Self.Gi, l.Inhib.ActAvg.Init) = (0.5f, 0.05f);
                (l.Inhib.Pool.Gi, l.Inhib.Pool.FBTau, l.Inhib.Pool.MaxVsAvg) = (1f, 3f, 0.5f);
                (l.ILI.Gi, l.ILI.Add) = (1.5f, true);
            });
        }
        foreach (var name in (string[])["PosD2", "NegD1"])
        {
            sheet.Add($"#{prefix}BLAmyg{name}", "extinguishes only what has been acquired", (BasolateralAmygdalaLayer l) => (l.DaMod.BurstGain, l.DaMod.DipGain, l.ModNetThreshold) = (1f, 1f, 0.1f));
        }
        sheet.Add($"#{prefix}BLAmygPosD1", "as in the example", (LeabraLayer l) => l.Learn.AvgL.Init = 0.4f);
        sheet.Add($"#{prefix}BLAmygNegD1", "sharper, as context against punishment is weak", (LeabraLayer l) => l.Act.XX1.Gain = 80f);
        sheet.Add(".CElAmyg", "tonically active, slow and graded", (CentralAmygdalaLayer l) =>
        {
            (l.Act.XX1.Gain, l.Act.Dt.VmTau, l.Act.Dt.GTau, l.Act.Erev.L, l.Act.Erev.I) = (40f, 5f, 3f, 0.55f, 0.4f);
            (l.Inhib.Layer.FB, l.Inhib.Layer.FBTau, l.Inhib.Self.Gi) = (1f, 3f, 3f);
        });
        foreach (var name in (string[])["AcqPosD1", "AcqNegD2"]) { sheet.Add($"#{prefix}CEl{name}", "acquisition inhibits itself less", (LeabraLayer l) => l.Inhib.Self.Gi = 2.5f); }
        sheet.Add($"#{prefix}CElExtPosD2", "more leak keeps it up against inhibition", (LeabraLayer l) => l.Act.Gbar.L = 0.8f);
        foreach (var (name, burst, dip) in ((string, float, float)[])[("AcqPosD1", 0f, 0.2f), ("AcqNegD2", 0.002f, 0f), ("ExtPosD2", 0.01f, 0.05f), ("ExtNegD1", 0.05f, 0.01f)])
        {
            sheet.Add($"#{prefix}CEl{name}", "dopamine changes little of what its learning sees", (CentralAmygdalaLayer l) => (l.DaMod.BurstGain, l.DaMod.DipGain) = (burst, dip));
        }
    }

    private static void AddMidbrain(StyleSheet sheet, string prefix)
    {
        foreach (var (name, activity) in ((string, float)[])[("StimIn", 0.1f), ("USTimeIn", 0.002f), ("ContextIn", 0.02f)])
        {
            sheet.Add($"#{prefix}{name}", "one or two units at a time", (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.Layer.FB, l.Inhib.ActAvg.Init) = (2f, 0.5f, activity));
        }
        sheet.Add($"#{prefix}PPTg", "passes on a rise, but not a flicker", (PedunculopontineLayer l) => (l.DNetGain, l.ActThreshold) = (1f, 0.02f));
        sheet.Add($"#{prefix}LHbRMTg", "a reward that is lacking weighs more than a promise", (HabenulaLayer l) => (l.Gains.VSPatchPosD1, l.Gains.VSPatchPosD2, l.Inhib.Self.Gi) = (1.7f, 1.7f, 0.8f));
        sheet.Add($"#{prefix}VTAn", "a punishment that was expected still excites", (TegmentalLayer l) => l.DAGains.PVIBurstShunt = 0.9f);
    }

    private static void RandomScales(AmygdalaProjection p, float least)
    {
        (p.WtInit.Dist, p.WtInit.Mean, p.WtInit.Var) = (Distribution.Gaussian, 0f, 1f);
        (p.SetScale, p.SetScaleMin, p.SetScaleMax) = (true, least, 1f);
    }

    private static void OnlyByDopamine(AmygdalaProjection p) => (p.DALRBase, p.DALrnThr, p.ActDeltaThr) = (0f, 0.01f, 0f);

    private static void Fix(LeabraProjection p, float strength)
    {
        (p.Learn.Learn, p.WtScale.Abs) = (false, strength);
        (p.WtInit.Mean, p.WtInit.Var) = (0.9f, 0f);
    }
}
