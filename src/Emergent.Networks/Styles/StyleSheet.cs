using System.Collections;

namespace Emergent.Networks;

/// <summary>An ordered list of rules that set parameters: later rules win.</summary>
/// <remarks>Written as a collection, in code: <c>{ ".Back", "top-down must stay weaker", (LeabraProjection p) => p.WtScale.Rel = 0.2f }</c>.</remarks>
public sealed class StyleSheet : IEnumerable<StyleRule>
{
    private readonly List<StyleRule> _rules = [];

    /// <summary>What the sheet is for, in a sentence.</summary>
    public string Description { get; set; } = "";

    /// <summary>The rules in order.</summary>
    public IReadOnlyList<StyleRule> Rules => _rules;

    /// <summary>Adds a rule written in code.</summary>
    /// <param name="selector">A type (<c>Layer</c>, <c>Prjn</c>), a <c>.Class</c> or a <c>#Name</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="set">Assigns parameters; only that, since it may be called more than once.</param>
    /// <exception cref="EmergentException">The selector is malformed.</exception>
    public void Add<T>(string selector, string reason, Action<T> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        _rules.Add(new TypedStyleRule<T>(selector, reason, set));
    }

    /// <summary>Adds a rule written as text: the value of one parameter.</summary>
    /// <param name="selector">A type (<c>Layer</c>, <c>Prjn</c>), a <c>.Class</c> or a <c>#Name</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="path">The parameter, as emergent writes it: <c>Layer.Inhib.Layer.Gi</c>, or without the first word.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="EmergentException">The selector is malformed.</exception>
    public void Add(string selector, string reason, string path, string value)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(value);
        _rules.Add(new TextStyleRule(selector, reason, [(path, value)]));
    }

    /// <summary>Adds a rule of parameters to be searched: it sets each to its <see cref="HyperParameter.Value"/>, and <see cref="HyperSearch"/> varies them.</summary>
    /// <exception cref="EmergentException">The selector is malformed, or a hyper-parameter contradicts itself.</exception>
    public void Add(string selector, string reason, params ReadOnlySpan<HyperParameter> hypers)
    {
        foreach (var hyper in hypers) { ArgumentNullException.ThrowIfNull(hyper, nameof(hypers)); }
        var rule = new TextStyleRule(selector, reason, [], hypers.ToArray());
        if (rule.Hypers.Count == 0) { throw new EmergentException($"Rule {rule} sets and searches nothing. Give it a HyperParameter."); }
        foreach (var hyper in rule.Hypers) { hyper.Check(null, $"Rule {rule}"); }
        _rules.Add(rule);
    }

    /// <summary>Adds all rules of a sheet written as text, such as <c>.Back { WtScale.Rel: 0.2; } /* top-down must stay weaker */</c>.</summary>
    /// <exception cref="EmergentException">The text is malformed; the message has the line.</exception>
    public void AddText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _rules.AddRange(StyleText.Parse(text));
    }

    /// <summary>Takes all rules out.</summary>
    public void Clear() => _rules.Clear();

    internal void Add(StyleRule rule) => _rules.Add(rule);

    /// <inheritdoc/>
    public IEnumerator<StyleRule> GetEnumerator() => _rules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
