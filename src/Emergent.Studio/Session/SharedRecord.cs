using System.Text;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>A record of the history as one of a file: with the variables at these places among the network's.</summary>
internal sealed class SharedRecord(StateRecord record, int[] variables) : INetDataRecord
{
    public string Counters => Encoding.UTF8.GetString(record.Counters);

    public ReadOnlySpan<float> ValuesOf(int variable) => record.ValuesOf(variables[variable]);
}
