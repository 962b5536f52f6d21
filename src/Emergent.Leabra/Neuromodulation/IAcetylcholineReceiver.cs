namespace Emergent.Leabra;

/// <summary>A layer that acetylcholine reaches.</summary>
/// <remarks>What arrives at the end of a cycle acts from the next cycle on.</remarks>
public interface IAcetylcholineReceiver
{
    /// <summary>The level of acetylcholine.</summary>
    float ACh { get; set; }
}
