namespace Emergent.Networks;

/// <summary>A named part of a loop: something that it does, always or at one of its counts, or a condition that ends it.</summary>
public abstract class LoopEntry
{
    private protected LoopEntry(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) { throw new ArgumentException("What a loop does needs a name; it is empty.", nameof(name)); }
        Name = name;
    }

    /// <summary>The name, unique in its list: what it does, as <see cref="LoopRunner.Describe()"/> prints it.</summary>
    public string Name { get; }
}

/// <summary>Something that a loop does at the start or end of each pass.</summary>
public sealed class LoopFunction : LoopEntry
{
    private readonly Action? _action;

    /// <summary>A function.</summary>
    /// <param name="name">What it does.</param>
    /// <param name="action">The function.</param>
    /// <param name="when">When it is called; always if left out.</param>
    public LoopFunction(string name, Action action, Func<bool>? when = null) : base(name)
    {
        ArgumentNullException.ThrowIfNull(action);
        (_action, When) = (action, when);
    }

    /// <summary>Other loops that are run from the first pass to the last, such as a test within training.</summary>
    /// <param name="name">What they do.</param>
    /// <param name="loops">The loops.</param>
    /// <param name="when">When they are run; always if left out.</param>
    public LoopFunction(string name, LoopRunner loops, Func<bool>? when = null) : base(name)
    {
        ArgumentNullException.ThrowIfNull(loops);
        (Loops, When) = (loops, when);
    }

    /// <summary>The loops that are run, if it is not a plain function.</summary>
    public LoopRunner? Loops { get; }

    internal Func<bool>? When { get; }

    internal void Call() => _action!();
}

/// <summary>Something that a loop does before the pass of one number, and before no other.</summary>
public sealed class LoopEvent : LoopEntry
{
    private readonly Action _action;

    /// <summary>An event.</summary>
    /// <param name="name">What happens.</param>
    /// <param name="at">Before the pass of which number.</param>
    /// <param name="action">The function.</param>
    public LoopEvent(string name, int at, Action action) : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentNullException.ThrowIfNull(action);
        (At, _action) = (at, action);
    }

    /// <summary>Before the pass of which number it happens.</summary>
    public int At { get; }

    internal void CallAt(int current)
    {
        if (current == At) { _action(); }
    }
}

/// <summary>A condition of a loop.</summary>
public sealed class LoopCondition : LoopEntry
{
    private readonly Func<bool> _holds;

    /// <summary>A condition.</summary>
    /// <param name="name">When it holds, in words: “5 epochs in a row were without error”.</param>
    /// <param name="holds">Whether it holds now.</param>
    public LoopCondition(string name, Func<bool> holds) : base(name)
    {
        ArgumentNullException.ThrowIfNull(holds);
        _holds = holds;
    }

    internal bool Holds() => _holds();
}
