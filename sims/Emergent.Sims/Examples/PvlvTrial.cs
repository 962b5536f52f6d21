using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>A kind of trial of conditioning: which stimuli are shown when, and what follows them.</summary>
/// <remarks>
/// The name says what is shown: <c>AX_Rf</c> shows A and X. With <c>NR</c> in it nothing follows; with <c>_test</c> nothing is learned.
/// A trial consists of ticks, each a trial of the network. Source: emergent leabra, examples/pvlv.
/// </remarks>
/// <param name="Name">The name.</param>
/// <param name="Share">Its share of the trials of a block, which is made relative to the others'.</param>
/// <param name="Probability">How likely the outcome is, 0…1.</param>
public sealed record PvlvTrial(string Name, double Share = 1, double Probability = 1)
{
    private const string Stimuli = "ABCDEFUVWXYZ", Test = "_test";

    // Rows of ContextIn: each stimulus and each pair has one of its own, so that it is known from its parts. Pairs that are not here share that of A.
    private static readonly string[] Contexts = [.. Stimuli.Select(c => c.ToString()), "AX", "AB", "BY", "", "CX", "CY", "CZ", "DU"];

    // Stimuli that are never shown together share a clock.
    private static readonly Dictionary<char, int> Clocks = new()
    {
        ['A'] = 1, ['B'] = 2, ['C'] = 3, ['D'] = 1, ['E'] = 2, ['F'] = 3, ['X'] = 4, ['U'] = 4, ['Y'] = 5, ['V'] = 5, ['Z'] = 6, ['W'] = 7,
    };

    /// <summary>Whether the outcome is a reward or a punishment.</summary>
    public Valence Valence { get; init; } = Valence.Positive;

    /// <summary>Which of the outcomes it is.</summary>
    public int Outcome { get; init; }

    /// <summary>How many ticks it has.</summary>
    public int Ticks { get; init; } = 5;

    /// <summary>The first and last tick of the first stimulus.</summary>
    public (int First, int Last) Shown { get; init; } = (1, 3);

    /// <summary>The first and last tick of the second stimulus, where there is one.</summary>
    public (int First, int Last) SecondShown { get; init; } = (1, 3);

    /// <summary>The tick of the outcome.</summary>
    public int OutcomeTick { get; init; } = 3;

    /// <summary>The variant of the context, such as another room; 0 to 2.</summary>
    public int Room { get; init; }

    /// <summary>Whether it teaches.</summary>
    public bool Learns => !Name.Contains(Test, StringComparison.Ordinal);

    /// <summary>Whether nothing ever follows.</summary>
    public bool HasNoOutcome => Name.Contains("NR", StringComparison.Ordinal);

    private string Letters => Name.Split('_')[0];

    /// <summary>Its name with what came of it, as <c>B_Rf_POS_omit</c>.</summary>
    public string NameOf(bool isGiven) =>
        $"{Name.Replace(Test, "", StringComparison.Ordinal)}_{(Valence == Valence.Positive ? "POS" : "NEG")}{(isGiven || HasNoOutcome ? "" : "_omit")}{(Learns ? "" : Test)}";

    /// <summary>Shows one of its ticks.</summary>
    /// <param name="tick">Which, from 0.</param>
    /// <param name="isGiven">Whether the outcome comes.</param>
    /// <param name="inputs">Where it is shown.</param>
    public void Show(int tick, bool isGiven, PvlvTensors inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        inputs.Clear();
        var (first, second) = (Name[0], Letters.Length > 1 ? Name[1] : '\0');
        var isFirstShown = tick >= Shown.First && tick <= Shown.Last;
        if (isFirstShown)
        {
            inputs.Stimuli[Stimuli.IndexOf(first)] = 1;
            inputs.Contexts[Math.Max(Array.IndexOf(Contexts, Letters), 0), Room] = 1;
        }
        if (second != '\0' && tick >= SecondShown.First && tick <= SecondShown.Last) { inputs.Stimuli[Stimuli.IndexOf(second)] = 1; }

        var valence = Valence == Valence.Positive ? 0 : 1;
        if (isGiven && tick == OutcomeTick) { (valence == 0 ? inputs.Rewards : inputs.Punishments)[Outcome] = 1; }
        if (isGiven && tick > OutcomeTick)
        {
            inputs.Times[0, valence, Outcome, tick - OutcomeTick - 1] = 1;   // what has come starts a clock of its own, and stops those of the stimuli
            return;
        }
        if (tick > Shown.First) { inputs.Times[Clocks[first], valence, Outcome, tick - Shown.First - 1] = 1; }
        var hasSecondClock = second != '\0' && valence == 0;   // of punishments only the first stimulus has a clock, as in the reference
        if (hasSecondClock && tick > SecondShown.First && tick <= SecondShown.Last + 1) { inputs.Times[Clocks[second], valence, Outcome, tick - SecondShown.First - 1] = 1; }
    }
}
