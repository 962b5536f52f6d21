namespace Emergent.Sims.Tests;

/// <summary>How much is run: all that the pages speak of, or a part that a change waits for.</summary>
/// <remarks><c>EMERGENT_FULL_TESTS=1 dotnet test -c Release tests/Emergent.Sims.Tests</c> runs all; that takes some twenty minutes on two cores.</remarks>
internal static class TestSize
{
    /// <summary>Whether everything is run.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("EMERGENT_FULL_TESTS") == "1";

    /// <summary>The number of runs, or of seeds.</summary>
    /// <param name="all">In full: what figures are compared over.</param>
    /// <param name="few">Else.</param>
    public static int Of(int all, int few) => IsFull ? all : few;
}
