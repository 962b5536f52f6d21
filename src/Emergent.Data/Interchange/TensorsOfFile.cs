using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Emergent.Data;

/// <summary>The tensors of a file by name, in the order of the file; a name that it does not have is an error that says which it has.</summary>
internal sealed class TensorsOfFile(string path, OrderedDictionary<string, Tensor> tensors) : IReadOnlyDictionary<string, Tensor>
{
    public IEnumerable<string> Keys => tensors.Keys;

    public IEnumerable<Tensor> Values => tensors.Values;

    public int Count => tensors.Count;

    public Tensor this[string key] => tensors.TryGetValue(key, out var tensor) ? tensor : throw new EmergentException($"File '{path}' has no array '{key}'. {Names.DidYouMean(key, tensors.Keys)}");

    public bool ContainsKey(string key) => tensors.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Tensor value) => tensors.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => tensors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
