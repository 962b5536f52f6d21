using Emergent.Data;

namespace Emergent.Backprop;

/// <summary>The initial weights of a projection: a random distribution, narrower the more synapses a unit has.</summary>
/// <remarks>
/// Wt = x / √n, x drawn from the distribution, and n the number of synapses of the receiving unit over all projections; without ByFanIn, Wt = x.
/// Uniform: x within Mean ± Var. Gaussian: standard deviation Var.
/// Source: LeCun, Bottou, Orr and Müller (1998), Efficient BackProp; He, Zhang, Ren and Sun (2015) for rectified units: Gaussian with Var √2.
/// </remarks>
public class WtInitParams : RandomParams
{
    /// <summary>Weights uniform within ±1/√n.</summary>
    public WtInitParams() => (Dist, Mean, Var) = (Distribution.Uniform, 0f, 1f);

    /// <summary>Whether weights are divided by the square root of the number of synapses of their unit.</summary>
    public bool ByFanIn { get; set; } = true;   // net input then begins as large in a large network as in a small one
}
