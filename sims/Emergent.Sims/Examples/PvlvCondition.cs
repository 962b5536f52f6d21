using Emergent.Data;

namespace Emergent.Sims;

/// <summary>A part of a schedule of conditioning: blocks of the same trials.</summary>
/// <param name="Blocks">How many blocks there are.</param>
/// <param name="TrialsPerBlock">How many trials a block has.</param>
/// <param name="Trials">The kinds of trials, in the order in which a block shows them.</param>
public sealed record PvlvCondition(int Blocks, int TrialsPerBlock, IReadOnlyList<PvlvTrial> Trials)
{
    /// <summary>Whether each block shows its trials in another order.</summary>
    public bool IsPermuted { get; init; }

    /// <summary>Whether just so many outcomes are omitted in each block, instead of each by chance.</summary>
    public bool HasFixedOmissions { get; init; }

    /// <summary>The trials of a block, and whether the outcome of each comes.</summary>
    /// <remarks>Each kind that has a share comes once at least; what is then too many is left out, and where one is missing the last kind comes once more.</remarks>
    public List<(PvlvTrial Trial, bool IsGiven)> DrawBlock(ref CounterRandom random)
    {
        var block = new List<(PvlvTrial, bool)>();
        var total = Trials.Sum(t => t.Share);
        foreach (var trial in Trials)
        {
            var share = trial.Share / total;
            var count = share > 0 ? Math.Max((int)(share * TrialsPerBlock + 0.001), 1) : 0;
            if (trial == Trials[^1] && count > 0 && block.Count + count < TrialsPerBlock) { count++; }
            var isFixed = HasFixedOmissions && trial.Probability is > 0 and < 1;
            var omitted = (int)Math.Round(TrialsPerBlock * share * (1 - trial.Probability), MidpointRounding.AwayFromZero);
            for (var i = 0; i < count; i++)
            {
                var isGiven = !trial.HasNoOutcome && (isFixed ? i >= omitted : random.NextDouble() < trial.Probability);
                block.Add((trial, isGiven));
            }
        }
        if (block.Count > TrialsPerBlock) { block.RemoveRange(TrialsPerBlock, block.Count - TrialsPerBlock); }
        if (IsPermuted) { random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(block)); }
        return block;
    }
}
