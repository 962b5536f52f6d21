namespace Emergent.Networks;

/// <summary>How a scale falls off, as a Gaussian, with the distance between a sender's place and the receiver's.</summary>
public sealed record GaussTopo
{
    /// <summary>Whether this Gaussian takes part.</summary>
    public bool On { get; init; } = true; // true: who writes a Gaussian means it

    /// <summary>The Gaussian's width, where 1 is half of the field's width.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number above 0.</exception>
    public float Sigma { get; init => field = Checked(float.IsFinite(value) && value > 0f, nameof(Sigma), value, "a finite number above 0, usually 0.3 to 1.5"); } = 0.6f; // 0.3 … 1.5 are useful

    /// <summary>Whether distance is measured around the field's edges when that is shorter.</summary>
    public bool Wrap { get; init; } = true; // true: units at the edge have scales as large as those in the middle

    /// <summary>How far the centres of the receivers' Gaussians spread: 1 over the whole field.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number.</exception>
    public float CtrMove { get; init => field = Checked(float.IsFinite(value), nameof(CtrMove), value, "finite"); } = 1f; // 1 with Wrap; 0.8 without, to keep the centres off the edges

    internal static float Checked(bool isAllowed, string parameter, float value, string rule, string topography = nameof(GaussTopo)) =>
        isAllowed ? value : throw new ArgumentException($"{topography}: {parameter} is {value}; it must be {rule}.");
}

/// <summary>How a scale rises, as a sigmoid, towards the sender's side that is the receiver's own.</summary>
/// <remarks>The receivers of the left (front) half have sigmoids that rise to the right (back), the others sigmoids that fall.</remarks>
public sealed record SigmoidTopo
{
    /// <summary>Whether this sigmoid takes part.</summary>
    public bool On { get; init; } // false: Gaussians are the usual topography

    /// <summary>The sigmoid's steepness per unit, before it is multiplied by half of the field's width in units.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number.</exception>
    public float Gain { get; init => field = GaussTopo.Checked(float.IsFinite(value), nameof(Gain), value, "finite", nameof(SigmoidTopo)); } = 0.05f; // 0.01 … 0.1 are useful

    /// <summary>How far the middles of the receivers' sigmoids spread: 1 over the whole field.</summary>
    /// <exception cref="ArgumentException">The value is not a finite number.</exception>
    public float CtrMove { get; init => field = GaussTopo.Checked(float.IsFinite(value), nameof(CtrMove), value, "finite", nameof(SigmoidTopo)); } = 0.5f; // half: the flanks of all of them stay within the field
}

/// <summary>The scales that the smallest and the greatest topographic closeness become.</summary>
/// <param name="Min">The scale for a closeness of 0.</param>
/// <param name="Max">The scale for a closeness of 1.</param>
public readonly record struct TopoRange(float Min, float Max);
