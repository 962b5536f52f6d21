using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>The schedules of conditioning that PVLV has been tested with, and the conditions that they consist of.</summary>
/// <remarks>
/// A and B, C, X, Y come before rewards, D, E, F, U, V before punishments. Sizes of outcomes are not here, as the reference reads but does not use them, so that two of its
/// schedules (…Mag) show the same trials as others. Source: emergent leabra, examples/pvlv; Mollick et al. (2020).
/// </remarks>
public static class PvlvSchedules
{
    private static readonly Dictionary<string, string[]> Schedules = new()
    {
        ["PosAcq"] = ["PosAcq_B50"],
        ["PosAcq_A50"] = ["PosAcq_A50"],
        ["PosAcq_B25"] = ["PosAcq_B25"],
        ["PosAcqEarlyUSTest"] = ["PosAcq_B50", "PosAcqEarlyUS_test"],
        ["PosAcqMag"] = ["PosAcqMag"],
        ["PosMagChange"] = ["PosAcqMag", "PosAcqMagChange", "Overexpect_test"],
        ["PosExt"] = ["PosAcq_B50", "PosExtinct"],
        ["PosAcq_B50Ext"] = ["PosAcq_B50", "PosExtinct"],
        ["PosAcq_B100Ext"] = ["PosAcq_B100", "PosExtinct"],
        ["PosAcq_B50ExtAcq"] = ["PosAcq_B50", "PosExtinct", "PosAcq_B50Cont"],
        ["AbaRenewal"] = ["PosAcq_contextA", "PosExtinct_contextB", "PosRenewal_contextA"],
        ["PosCondInhib"] = ["PosAcq_contextA", "PosCondInhib", "PosCondInhib_test"],
        ["PosCondInhib_test"] = ["PosCondInhib_test"],
        ["PosSecondOrderCond"] = ["PosAcqPreSecondOrder", "PosSecondOrderCond"],
        ["PosBlocking"] = ["PosBlocking_A_training", "PosBlocking", "PosBlocking_test"],
        ["PosBlocking2"] = ["PosBlocking_A_training", "PosBlocking", "PosBlocking2_test"],
        ["PosSum_test"] = ["PosSumAcq", "PosSumCondInhib", "PosSum_test"],
        ["UnblockingValue"] = ["Unblocking_train", "UnblockingValue", "UnblockingValue_test"],
        ["UnblockingIdentity"] = ["Unblocking_trainUS", "UnblockingIdentity", "UnblockingIdentity_test"],
        ["Overexpect"] = ["Overexpect_train", "OverexpectCompound", "Overexpect_test"],
        ["NegAcq"] = ["NegAcq"],
        ["NegAcqExt"] = ["NegAcq", "NegExtinct"],
        ["NegAcqMag"] = ["NegAcqMag"],
        ["NegMagChange"] = ["NegAcqMag", "NegAcqMagChange"],
        ["NegCondInhib"] = ["NegAcq", "NegCondInh", "NegCondInh_test"],
        ["NegBlocking"] = ["NegBlocking_E_training", "NegBlocking", "NegBlocking_test"],
        ["NegSum_test"] = ["NegSumAcq", "NegSumCondInhib", "NegSum_test"],
        ["PosOrNegAcq"] = ["PosOrNegAcq"],
        ["PosNeg"] = ["PosOrNegAcq"],
        ["CondExp"] = ["CondExp"],
        ["PainExp"] = ["PainExp"],
        ["US0"] = ["US0"],
        ["USDebug"] = ["USDebug"],
    };

    private static readonly Dictionary<string, PvlvCondition> Conditions = new()
    {
        // Rewards. A name, its share of a block, and how likely the outcome is.
        ["PosAcq_B50"] = Fixed(51, 8, new("A_Rf", 0.5), new("B_Rf", 0.5, 0.5)),
        ["PosAcq_B100"] = Fixed(50, 8, new("A_Rf", 0.5), new("B_Rf", 0.5)),
        ["PosAcq_B25"] = Fixed(200, 8, new("A_Rf", 0.5), new("B_Rf", 0.5, 0.25)),
        ["PosAcq_A50"] = Fixed(51, 10, new PvlvTrial("A_Rf", 1, 0.5)),
        ["PosAcq_B50Cont"] = Fixed(50, 8, new("A_Rf_reacq"), new("B_Rf_reacq", 0, 0.5)),
        ["PosAcqMag"] = new(50, 8, [new("A_Rf", 0.5), new("B_Rf", 0.5)]),
        ["PosAcqMagChange"] = new(50, 4, [new("A_Rf", 0.5), new("B_Rf", 0.5)]),
        ["PosAcqEarlyUS_test"] = new(5, 2, [new("A_Rf_late", 0.5) { OutcomeTick = 4 }, new("A_Rf_early", 0.5) { OutcomeTick = 2 }]),
        ["PosExtinct"] = Permuted(50, 8, new("A_Rf", 0.5, 0), new("B_Rf", 0.5, 0)),
        ["PosAcq_contextA"] = new(26, 10, [new("A_Rf_cntxtA")]),
        ["PosExtinct_contextB"] = new(25, 10, [new("A_Rf_cntxtB", 1, 0) { Room = 1 }]),
        ["PosRenewal_contextA"] = new(1, 2, [new("A_Rf_cntxtA", 0.5, 0), new("A_Rf_cntxtB", 0.5, 0) { Room = 1 }]),
        ["PosCondInhib"] = Permuted(25, 8, new("A_Rf", 0.65), new("AX_NR", 0.35)),
        ["PosCondInhib_test"] = Evenly(5, 6, "A_NR_test", "AX_NR_test", "X_NR_test"),
        ["PosAcqPreSecondOrder"] = Fixed(51, 8, Late("A_Rf", 0.5), Late("B_Rf", 0.5, 0.5)),
        ["PosSecondOrderCond"] = Permuted(10, 50, Late("A_Rf", 0.95), Late("AC_NR", 0.05) with { SecondShown = (1, 2) }),
        ["PosBlocking_A_training"] = new(50, 1, [new("A_Rf")]),
        ["PosBlocking"] = new(50, 2, [new("A_Rf", 0.5), new("AB_Rf", 0.5)]),
        ["PosBlocking_test"] = new(25, 1, [new("B_Rf_test", 1, 0)]),
        ["PosBlocking2_test"] = new(25, 2, [new("A_Rf_test", 0.5, 0), new("B_Rf_test", 0.5, 0)]),
        ["PosSumAcq"] = new(450, 3, [new("A_Rf"), new("C_Rf"), new("B_Rf", 1, 0)]),
        ["PosSumCondInhib"] = Evenly(300, 3, "A_Rf", "AX_NR", "BY_NR"),
        ["PosSum_test"] = Evenly(5, 6, "A_NR_test", "C_NR_test", "X_NR_test", "AX_NR_test", "CX_NR_test", "CY_NR_test"),
        ["Unblocking_train"] = new(50, 2, [new("C_Rf")]),
        ["UnblockingValue"] = new(25, 1, [new("CZ_Rf", 0.5), new("C_Rf", 0.5)]),   // one trial a block, so that C is never shown alone
        ["UnblockingValue_test"] = new(5, 1, [new("Z_Rf_test", 1, 0)]),
        ["Unblocking_trainUS"] = new(50, 15, [new("A_Rf"), new("C_Rf"), new("B_Rf") { Outcome = 1 }]),
        ["UnblockingIdentity"] = new(25, 20, [new("AX_Rf", 0.3), new("BY_Rf", 0.3), new("A_Rf", 0.2), new("B_Rf", 0.2) { Outcome = 1 }]),
        ["UnblockingIdentity_test"] = new(5, 4, [new("A_Rf_test", 1, 0), new("B_Rf_test", 1, 0) { Outcome = 1 }, new("X_Rf_test", 1, 0), new("Y_Rf_test", 1, 0)]),
        ["Overexpect_train"] = new(150, 5, [new("A_Rf"), new("B_Rf"), new("C_Rf"), new("X_Rf"), new("Y_Rf", 1, 0)]),
        ["OverexpectCompound"] = new(150, 5, [FirstAlone("AX_Rf"), FirstAlone("BY_NR"), FirstAlone("CY_Rf"), new("X_Rf"), new("Y_Rf", 1, 0)]),
        ["Overexpect_test"] = Evenly(5, 5, "A_NR_test", "B_NR_test", "C_NR_test", "X_R_test"),

        // Punishments.
        ["NegAcq"] = Punished(Permuted(76, 10, new("D_Rf", 0.5), new("E_Rf", 0.5, 0.25))),
        ["NegAcqMag"] = Punished(new(51, 8, [new("D_Rf", 0.5), new("E_Rf", 0.5)])),
        ["NegAcqMagChange"] = Punished(new(50, 4, [new("D_Rf", 0.5), new("E_Rf", 0.5)])),
        ["NegExtinct"] = Punished(Permuted(75, 8, new("D_Rf", 0.5, 0), new("E_Rf", 0.5, 0.5))),
        ["NegCondInh"] = Punished(Permuted(75, 10, new("D_Rf", 0.5), new("DU_NR", 0.5))),
        ["NegCondInh_test"] = Punished(Evenly(5, 6, "D_NR_test", "DU_NR_test", "U_NR_test")),
        ["NegBlocking_E_training"] = Punished(new(300, 1, [new("E_Rf")])),
        ["NegBlocking"] = Punished(new(200, 2, [new("E_Rf", 0.5), new("ED_Rf", 0.5)])),
        ["NegBlocking_test"] = Punished(new(25, 1, [new("D_Rf", 1, 0)])),
        ["NegSumAcq"] = Punished(new(50, 3, [new("D_Rf"), new("E_Rf"), new("F_Rf", 1, 0)])),
        ["NegSumCondInhib"] = Punished(Evenly(100, 3, "D_Rf", "DU_NR", "FV_NR")),
        ["NegSum_test"] = Punished(Evenly(5, 6, "D_NR_test", "E_NR_test", "U_NR_test", "DU_NR_test", "EU_NR_test", "EV_NR_test")),

        // Both, single outcomes, and experiments with a list of trials of their own.
        ["PosOrNegAcq"] = Permuted(150, 6, new("Z_Rf", 0.5) { Valence = Valence.Negative }, new("Z_Rf", 0.5)),
        ["US0"] = Fixed(5, 100, new PvlvTrial("A_Rf", 1, 0.01)),
        ["USDebug"] = Fixed(51, 8, new PvlvTrial("A_Rf")),
        ["CondExp"] = new(1, 296, [.. ConditioningExperiment.Select(Experimental)]),
        ["PainExp"] = new(1, 48, [.. ConditioningExperiment.Take(48).Select(Experimental)]),
    };

    // The trials of CondExp in order: a letter for each stimulus, P for AX and Q for BY; capitals are rewarded.
    private const string ConditioningExperiment =
        "bAAAAAAbAbAAbbbbAabAbaabAAAaAbbbabAbAbbbabbbbAbbqqapqpbpbbbpAbpbAqqqqAAbAqabpppAbppypabqqqqAbAAqypbbqApbbqbxAbypxxpybqbqApxqppAAaqbpaqAppApApbqxqqbqpqpAqppppbAp"
        + "abqbbybbapxqAqqayyAAAqxpAbyxbbbqpbbAxpqpabbbqxqbqqbbqapAypbAAbpAyqxqApppaqpbApAyqqxAypqbYyXXYYXXXXYYyxyXYYXXXxXYYYyYyYxYXXxYYYyxXXXYYXXx";

    /// <summary>The names of the schedules.</summary>
    public static IReadOnlyCollection<string> All => Schedules.Keys;

    /// <summary>The conditions of a schedule, in order, with their names.</summary>
    /// <exception cref="EmergentException">There is no such schedule.</exception>
    public static IReadOnlyList<(string Name, PvlvCondition Condition)> Of(string schedule) => Schedules.TryGetValue(schedule, out var names)
        ? [.. names.Select(name => (name, Conditions[name]))]
        : throw new EmergentException($"There is no schedule of conditioning '{schedule}'. {Names.DidYouMean(schedule, Schedules.Keys)}");

    private static PvlvCondition Permuted(int blocks, int trials, params PvlvTrial[] kinds) => new(blocks, trials, kinds) { IsPermuted = true };

    private static PvlvCondition Fixed(int blocks, int trials, params PvlvTrial[] kinds) => Permuted(blocks, trials, kinds) with { HasFixedOmissions = true };

    private static PvlvCondition Evenly(int blocks, int trials, params string[] names) => new(blocks, trials, [.. names.Select(name => new PvlvTrial(name))]);

    private static PvlvCondition Punished(PvlvCondition condition) =>
        condition with { Trials = [.. condition.Trials.Select(trial => trial with { Valence = Valence.Negative })] };

    private static PvlvTrial Late(string name, double share, double probability = 1) =>
        new(name, share, probability) { Ticks = 7, Shown = (3, 5), OutcomeTick = 5 };

    // In the reference the second stimulus of these trials comes after their end, so that the pair is a context and nothing more.
    private static PvlvTrial FirstAlone(string name) => new(name) { SecondShown = (9, 9) };

    private static PvlvTrial Experimental(char letter)
    {
        var stimuli = char.ToUpperInvariant(letter) switch { 'P' => "AX", 'Q' => "BY", var single => single.ToString() };
        return FirstAlone($"{stimuli}_{(char.IsUpper(letter) ? "Rf" : "NR")}");
    }
}
