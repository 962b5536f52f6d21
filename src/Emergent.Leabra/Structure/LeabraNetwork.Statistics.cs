namespace Emergent.Leabra;

// What can be said of the network as a whole.
public partial class LeabraNetwork
{
    /// <summary>Harmony: how far units are active that are excited, and so how well activity satisfies the constraints that weights and input are.</summary>
    /// <remarks>Equation: mean of Ge × Act over all units of the layers that are not off. Source: O'Reilly et al., Computational Cognitive Neuroscience, chapter 3.</remarks>
    public float Harmony
    {
        get
        {
            RequireBuilt();
            var (sum, units) = (0f, 0);
            foreach (var layer in Layers)
            {
                if (layer.IsOff) { continue; }
                ReadOnlySpan<float> ge = layer.Units("Ge"), act = layer.Units("Act");
                for (var i = 0; i < ge.Length; i++) { sum += ge[i] * act[i]; }
                units += ge.Length;
            }
            return units == 0 ? 0f : sum / units;
        }
    }
}
