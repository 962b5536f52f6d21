namespace Emergent.Networks;

/// <summary>One rule of a style sheet: which objects, why, and what it sets.</summary>
public abstract class StyleRule
{
    private readonly Selector _selector;

    /// <summary>A rule.</summary>
    /// <exception cref="EmergentException">The selector is empty or malformed.</exception>
    protected StyleRule(string selector, string reason)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _selector = new Selector(selector);
        Reason = reason ?? "";
    }

    /// <summary>The selector.</summary>
    public string Selector => _selector.Text;

    /// <summary>Why the rule is there.</summary>
    public string Reason { get; }

    /// <summary>The selector and reason, as reports show them.</summary>
    public override string ToString() => Reason.Length == 0 ? $"'{Selector}'" : $"'{Selector}' ({Reason})";

    internal bool Matches(IStyled styled) => Selects(styled) && Concerns(styled);

    /// <summary>Whether the selector finds an object, be the rule for such objects or not.</summary>
    internal bool Selects(IStyled styled) => _selector.Matches(styled);

    /// <summary>What could have been meant, for the error of a rule that sets nothing.</summary>
    internal string Remedy(IReadOnlyCollection<IStyled> styled) => styled.FirstOrDefault(Selects) is { } found
        ? $"It finds {PlainObject.OwnerOf(found).GetType().Name} '{found.Name}', and the rule sets {What}. Change the one or the other."
        : _selector.Remedy(styled);

    /// <summary>The kind of object that the rule is for, in words.</summary>
    internal abstract string What { get; }

    /// <summary>Whether the rule is for this kind of object at all.</summary>
    internal abstract bool Concerns(IStyled styled);

    /// <summary>Sets the parameters of an object.</summary>
    /// <returns>The parameters that were set.</returns>
    internal abstract IReadOnlyList<Parameter> Apply(IStyled styled, string where);
}
