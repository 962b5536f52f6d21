namespace Emergent.Networks;

/// <summary>A variable that every unit or synapse has, as NetView, logs, weights files and Python see it.</summary>
/// <param name="Name">The name, as emergent has it: <c>Act</c>, <c>Ge</c>, <c>Wt</c>.</param>
/// <param name="Meaning">What it is, in a sentence.</param>
/// <param name="Min">The lower end of its usual display range.</param>
/// <param name="Max">The upper end of its usual display range.</param>
/// <param name="Group">The heading it is listed under.</param>
/// <param name="Unit">Its unit; empty for normalized quantities (conductances relative to the maximum, activations 0…1).</param>
/// <param name="AutoScale">Whether a display should fit its range to the values instead.</param>
/// <param name="IsTransient">Whether applying the changes of weights clears it, so that it can be read only at <see cref="Network.WeightsChanging"/>; a display keeps what it was then.</param>
/// <param name="IsZeroCentred">Whether a display has 0 in the middle of its colours, also where values are never negative; else it goes from Min to Max.</param>
public sealed record Variable(string Name, string Meaning, float Min, float Max, string Group, string Unit = "", bool AutoScale = false, bool IsTransient = false, bool IsZeroCentred = true);
