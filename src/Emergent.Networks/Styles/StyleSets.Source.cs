using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

// Style sheets as C# source, and what they set as plain entries.
public sealed partial class StyleSets
{
    /// <summary>All style sets as C# source: a static class whose <c>AddTo(StyleSets)</c> gives them to a network of the same layers.</summary>
    /// <remarks>
    /// Settings become typed setters, <c>(LeabraLayer l) => l.Inhib.Layer.Gi = 1.4f</c>, for the nearest common type of the objects that the selector finds here. What finds nothing here, or is of a
    /// type that is not public, stays text. A rule written in code is written as what it sets in this network, as in <see cref="SaveJson"/>. Settings and values set by hand are left out.
    /// </remarks>
    /// <param name="className">The name of the class.</param>
    /// <exception cref="ArgumentException">The name is no C# identifier.</exception>
    /// <exception cref="EmergentException">A rule written in code finds nothing in this network or sets no parameter, or a rule is wrong.</exception>
    public string ToCSharp(string className)
    {
        ArgumentNullException.ThrowIfNull(className);
        if (className.Length == 0 || !(char.IsLetter(className[0]) || className[0] == '_') || !className.All(c => char.IsLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"'{className}' cannot be the name of a class: it must be letters, digits and _, and not begin with a digit.", nameof(className));
        }
        var sets = _sheets.Select(s => (s.Key, s.Value.Description, (IReadOnlyList<TextStyleRule>)AsText(s.Key, s.Value))).ToList();
        return new StyleSource([.. _objects.Select(o => o.Styled)]).Write(className, _network?.Name ?? "", sets);
    }

    /// <summary>Writes <see cref="ToCSharp"/> to a file.</summary>
    /// <exception cref="ArgumentException">The name is no C# identifier.</exception>
    /// <exception cref="EmergentException">A rule cannot be written, or the file cannot; what stood there is unchanged.</exception>
    public void SaveCSharp(string path, string className)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var source = Encoding.UTF8.GetBytes(ToCSharp(className));
        WholeFile.Write(path, stream => stream.Write(source));
    }

    /// <summary>What the rules of a set set, in order, those written in code as what they set in this network.</summary>
    internal IEnumerable<(string Selector, string Path, string Value)> Entries(string set) =>
        from rule in AsText(set, this[set])
        from setting in rule.AllSettings
        select (rule.Selector, setting.FullPath, setting.Text);
}
