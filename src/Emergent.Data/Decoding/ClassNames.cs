namespace Emergent.Data;

/// <summary>The names of classes or categories, each there once, and the place of each.</summary>
internal sealed class ClassNames
{
    private readonly string _owner, _kind;
    private readonly string[] _names;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Names in their order.</summary>
    /// <param name="owner">What error messages say has them: <c>softmax decoder</c>.</param>
    /// <param name="kind">What error messages call each: <c>class</c>.</param>
    /// <param name="names">The names.</param>
    /// <exception cref="EmergentException">There is none, or one is there twice.</exception>
    public ClassNames(string owner, string kind, ReadOnlySpan<string> names)
    {
        (_owner, _kind, _names) = (owner, kind, names.ToArray());
        if (_names.Length == 0) { throw new EmergentException($"A {owner} needs at least one {kind}; there is none."); }
        foreach (var name in _names)
        {
            if (!_places.TryAdd(name, _places.Count)) { throw new EmergentException($"The {kind} '{name}' of a {owner} is there twice. Give each once."); }
        }
    }

    /// <summary>As many names, which are numbers from 0.</summary>
    public static string[] Numbered(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        return [.. Enumerable.Range(0, classes).Select(c => $"{c}")];
    }

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> All => Array.AsReadOnly(_names);

    /// <summary>How many there are.</summary>
    public int Count => _names.Length;

    /// <summary>The name at a place.</summary>
    public string this[int place] => _names[place];

    /// <summary>The place of a name.</summary>
    /// <exception cref="EmergentException">There is no such name.</exception>
    public int PlaceOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _places.TryGetValue(name, out var place) ? place : throw new EmergentException($"The {_owner} has no {_kind} '{name}'. {Names.DidYouMean(name, _names)}");
    }
}
