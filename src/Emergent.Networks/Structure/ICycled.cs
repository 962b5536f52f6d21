namespace Emergent.Networks;

/// <summary>A network whose trials are made of cycles, which can be run one by one: the same bits as <see cref="Network.RunTrial"/>.</summary>
/// <remarks>Source: emergent looper, the loops over cycles of leabra's loops.go.</remarks>
public interface ICycled
{
    /// <summary>How many cycles a trial has.</summary>
    int CyclesPerTrial { get; }

    /// <summary>Begins a trial of what was presented.</summary>
    /// <param name="learn">Whether it is a trial that is learned from.</param>
    void BeginTrial(bool learn);

    /// <summary>Runs one cycle, and what ends with it, such as a quarter of the trial.</summary>
    void RunCycle();

    /// <summary>Ends the trial after its last cycle.</summary>
    /// <param name="learn">Whether the weights change.</param>
    void EndTrial(bool learn);
}
