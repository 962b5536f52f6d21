using System.Collections;

namespace Emergent.Data;

/// <summary>Receptive fields by name, such as <c>"Hidden:Image"</c>: of several layers, over several sources.</summary>
public sealed class ReceptiveFields : IEnumerable<KeyValuePair<string, ReceptiveField>>
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, ReceptiveField> _fields = new(StringComparer.Ordinal);

    /// <summary>The names, in the order in which fields were added.</summary>
    public IReadOnlyList<string> Names => _names.AsReadOnly();

    /// <summary>The field of a name.</summary>
    /// <exception cref="EmergentException">There is no such field.</exception>
    public ReceptiveField this[string name] => _fields.TryGetValue(name, out var field)
        ? field
        : throw new EmergentException($"There is no receptive field '{name}'. {Emergent.Names.DidYouMean(name, _names)}");

    /// <summary>Adds a case to the field of a name, which is made with the first.</summary>
    /// <param name="name">Usually layer and source: <c>"Hidden:Image"</c>.</param>
    /// <param name="activations">The activations of the units.</param>
    /// <param name="source">The source's values.</param>
    /// <param name="threshold">The least value of a source element that is taken into account.</param>
    /// <exception cref="EmergentException">The name is empty, a shape differs from the first case's, or a value is missing; nothing was added.</exception>
    public void Add(string name, Tensor activations, Tensor source, float threshold = 0)
    {
        ArgumentNullException.ThrowIfNull(activations);
        ArgumentNullException.ThrowIfNull(source);
        if (string.IsNullOrWhiteSpace(name)) { throw new EmergentException("A receptive field needs a name, such as 'Hidden:Image'."); }
        var isNew = !_fields.TryGetValue(name, out var field);
        field ??= new(activations.Shape, source.Shape);
        field.Add(activations, source, threshold);
        if (!isNew) { return; }
        _names.Add(name);
        _fields.Add(name, field);
    }

    /// <summary>Forgets all cases; the fields stay.</summary>
    public void Reset()
    {
        foreach (var field in _fields.Values) { field.Reset(); }
    }

    /// <summary>One row, with a column for each field: the field of each unit from 0 to 1, see <see cref="ReceptiveField.Normalized"/>.</summary>
    public Table ToTable()
    {
        var table = new Table("ReceptiveFields");
        foreach (var name in _names) { table.AddColumn<float>(name, this[name].Average().Shape); }
        if (_names.Count > 0) { table.AddRow(); }
        foreach (var name in _names) { this[name].Normalized().Values.CopyTo(table.Column<float>(name).Values); }
        return table;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ReceptiveField>> GetEnumerator() => _names.Select(name => KeyValuePair.Create(name, _fields[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
