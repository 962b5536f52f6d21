namespace Emergent.Networks;

/// <summary>An object whose parameters style sheets can set.</summary>
public interface IStyled
{
    /// <summary>The name that <c>#Name</c> selectors find.</summary>
    string Name { get; }

    /// <summary>The type that type selectors find besides <see cref="Target"/>.</summary>
    string TypeName { get; }

    /// <summary>The words that <c>.Class</c> selectors find.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>What kind of object it is, which is the first element of its parameter paths; for <see cref="StyleTarget.Object"/> that is the type's name.</summary>
    StyleTarget Target { get; }
}

/// <summary>The kinds of objects that parameters belong to: the first element of a parameter path.</summary>
public enum StyleTarget
{
    /// <summary>Layers: <c>Layer.Inhib.Layer.Gi</c>.</summary>
    Layer,

    /// <summary>Projections: <c>Prjn.WtScale.Rel</c>, and <c>Path</c> or <c>Projection</c> for <c>Prjn</c>.</summary>
    Projection,

    /// <summary>The simulation: <c>Sim.Epochs</c>.</summary>
    Simulation,

    /// <summary>Any other object, registered with <see cref="StyleSets.AddObject"/>: <c>GridWorld.Noise</c> for one of class GridWorld.</summary>
    Object,
}
