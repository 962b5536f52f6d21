namespace Emergent.Networks;

/// <summary>What a simulation does with its network: train, test, or something that a model has a name of its own for.</summary>
/// <remarks>
/// Modes of the same name are the same, in capital letters or not. A model may have any number: <c>new RunMode("Recall")</c>.
/// Source: emergent etime, Modes.
/// </remarks>
public sealed record RunMode
{
    /// <summary>A mode of one's own.</summary>
    /// <param name="name">A letter, then letters and digits: logs and their files bear it.</param>
    /// <exception cref="ArgumentException">The name is something else.</exception>
    public RunMode(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"A mode cannot be named '{name}'. Give it a letter, then letters and digits: \"Recall\".", nameof(name));
        }
        Name = name;
    }

    /// <summary>Trials with learning.</summary>
    public static RunMode Train { get; } = new("Train");

    /// <summary>Trials without learning, to see what was learned.</summary>
    public static RunMode Test { get; } = new("Test");

    /// <summary>Trials without learning, with what was kept back from training.</summary>
    public static RunMode Validate { get; } = new("Validate");

    /// <summary>Trials whose activations are analysed.</summary>
    public static RunMode Analyze { get; } = new("Analyze");

    /// <summary>Trials that somebody looks into.</summary>
    public static RunMode Debug { get; } = new("Debug");

    /// <summary>The name, as logs and files have it.</summary>
    public string Name { get; }

    /// <summary>How C# says it.</summary>
    internal string Code => ((ReadOnlySpan<RunMode>)[Train, Test, Validate, Analyze, Debug]).Contains(this) ? $"RunMode.{Name}" : $"new RunMode(\"{Name}\")";

    /// <summary>How C# plans a test of it.</summary>
    internal string TestCode => this == Test ? "plan.Test(environment)" : $"plan.Test(environment, mode: {Code})";

    /// <summary>Where a sentence about tests is of it; nothing for plain tests.</summary>
    internal string InSentence => this == Test ? "" : $" in mode {Name}";

    /// <inheritdoc/>
    public bool Equals(RunMode? other) => other is not null && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
