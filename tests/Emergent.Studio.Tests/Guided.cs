namespace Emergent.Studio.Tests;

/// <summary>A small network with a guide.</summary>
public sealed class Guided : Fallible
{
    public required string Text { get; init; }

    public override string Guide => Text;
}
