using System.Collections;

namespace Emergent.Networks;

/// <summary>The functions, events or conditions of a loop in their order, each found by its name.</summary>
public sealed class LoopEntries<T> : IReadOnlyList<T> where T : LoopEntry
{
    private readonly string _where;
    private readonly List<T> _entries = [];

    internal LoopEntries(string where) => _where = where;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public T this[int index] => _entries[index];

    /// <summary>Adds an entry at the end.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public void Add(T entry) => Insert(_entries.Count, entry);

    /// <summary>Adds an entry before all others.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public void Prepend(T entry) => Insert(0, entry);

    /// <summary>Adds an entry before another.</summary>
    /// <exception cref="EmergentException">There is no such other, or the new name is taken.</exception>
    public void InsertBefore(string name, T entry) => Insert(IndexOf(name), entry);

    /// <summary>Adds an entry after another.</summary>
    /// <exception cref="EmergentException">There is no such other, or the new name is taken.</exception>
    public void InsertAfter(string name, T entry) => Insert(IndexOf(name) + 1, entry);

    /// <summary>Puts an entry in the place of another.</summary>
    /// <exception cref="EmergentException">There is no such other, or the new name is taken.</exception>
    public void Replace(string name, T entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var index = IndexOf(name);
        if (entry.Name != name) { RequireNew(entry.Name); }
        _entries[index] = entry;
    }

    /// <summary>Takes an entry out.</summary>
    /// <exception cref="EmergentException">There is no such entry.</exception>
    public void Remove(string name) => _entries.RemoveAt(IndexOf(name));

    /// <summary>Whether there is an entry of this name.</summary>
    public bool Contains(string name) => _entries.Exists(e => e.Name == name);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Insert(int index, T entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        RequireNew(entry.Name);
        _entries.Insert(index, entry);
    }

    private int IndexOf(string name)
    {
        var index = _entries.FindIndex(e => e.Name == name);
        return index >= 0 ? index : throw new EmergentException($"{_where} has no '{name}'. {Names.DidYouMean(name, _entries.Select(e => e.Name))}");
    }

    private void RequireNew(string name)
    {
        if (Contains(name)) { throw new EmergentException($"{_where} already has '{name}'. Give the new one another name, or use Replace."); }
    }
}

/// <summary>Short ways to write functions and conditions of loops.</summary>
public static class LoopEntriesExtensions
{
    /// <summary>Adds a function at the end.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public static void Add(this LoopEntries<LoopFunction> functions, string name, Action action) => functions.Add(new LoopFunction(name, action));

    /// <summary>Adds a function before another.</summary>
    /// <exception cref="EmergentException">There is no such other, or the new name is taken.</exception>
    public static void InsertBefore(this LoopEntries<LoopFunction> functions, string before, string name, Action action) =>
        functions.InsertBefore(before, new LoopFunction(name, action));

    /// <summary>Adds a function after another.</summary>
    /// <exception cref="EmergentException">There is no such other, or the new name is taken.</exception>
    public static void InsertAfter(this LoopEntries<LoopFunction> functions, string after, string name, Action action) =>
        functions.InsertAfter(after, new LoopFunction(name, action));

    /// <summary>Gives a name another function.</summary>
    /// <exception cref="EmergentException">There is no function of this name.</exception>
    public static void Replace(this LoopEntries<LoopFunction> functions, string name, Action action) =>
        functions.Replace(name, new LoopFunction(name, action));

    /// <summary>Adds something that happens before the pass of one number: <c>cycle.Events.Add("Plus phase", at: 75, …)</c>.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public static void Add(this LoopEntries<LoopEvent> events, string name, int at, Action action) => events.Add(new LoopEvent(name, at, action));

    /// <summary>Adds a condition at the end.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public static void Add(this LoopEntries<LoopCondition> conditions, string name, Func<bool> holds) => conditions.Add(new LoopCondition(name, holds));
}
