using Emergent.Data;

namespace Emergent.Networks;

/// <summary>One thing that an environment shows or takes: its name, which is that of a layer, and its shape.</summary>
public sealed record StateElement(string Name, Shape Shape)
{
    /// <summary>What each dimension stands for, outermost first, or null when that has not been said.</summary>
    public IReadOnlyList<string>? DimensionNames { get; init; }

    /// <summary>Whether both have the same name and shape; what the dimensions stand for makes no difference.</summary>
    public bool Equals(StateElement? other) => other is not null && Name == other.Name && Shape.Equals(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Shape);

    /// <summary>Checks that an environment shows a state.</summary>
    /// <exception cref="EmergentException">It has no such state, or shows nothing yet.</exception>
    internal static void Check(IEnvironment environment, string name, bool hasStepped)
    {
        for (var i = 0; i < environment.States.Count; i++)
        {
            if (environment.States[i].Name != name) { continue; }
            if (!hasStepped) { throw new EmergentException($"Environment '{environment.Name}' shows nothing yet. Call Step first."); }
            return;
        }
        throw new EmergentException($"Environment '{environment.Name}' has no state '{name}'. {Names.DidYouMean(name, environment.States.Select(s => s.Name))}");
    }
}
